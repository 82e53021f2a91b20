import { expect, test } from 'vitest';
import { sourceFrame } from '../../../src/check/dev-overlay.ts';

test('shows the line with its neighbours and a mark below the column', () => {
  const text = Array.from({ length: 12 }, (_, n) => `line ${n + 1}`).join('\n');
  expect(sourceFrame(text, 10, 6)).toBe(
    ['   8 | line 8', '   9 | line 9', '> 10 | line 10', '     |      ^', '  11 | line 11', '  12 | line 12'].join(
      '\n',
    ),
  );
});

test.each([
  ['', 1, 1, '> 1 | \n    | ^'],
  ['a\r\nb', 1, 1, '> 1 | a\n    | ^\n  2 | b'],
  ['a\nb', 2, 1, '  1 | a\n> 2 | b\n    | ^'],
])('%j at %i:%i', (text, line, column, frame) => {
  expect(sourceFrame(text, line, column)).toBe(frame);
});
