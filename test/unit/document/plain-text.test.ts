import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from '../../../src/document/edits/plain-text.ts';
import { anyText } from '../fill/arbitrary-draft.ts';

test.each([
  ['\uD83D', '\uFFFD'],
  ['🙂', '🙂'],
  ['a\u0000b\u001Fc\u0085d\uFFFF', 'abc\nd'],
  ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['<script>=1+1', '<script>=1+1'],
  ['\u202Eabc\u202C \u2067d\u200F', 'abc d'],
  ['👨\u200D👩', '👨\u200D👩'],
])('%j becomes %j', (given, plain) => {
  expect(plainText(given)).toBe(plain);
});

test('is plain already the second time', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(plainText(plainText(text))).toBe(plainText(text));
    }),
  );
});
