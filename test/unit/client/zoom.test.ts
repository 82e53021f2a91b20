import { expect, test } from 'vitest';
import { nextZoom } from '../../../src/client/zoom.ts';

test.each([
  [100, 'larger', 150],
  [150, 'larger', 200],
  [300, 'larger', 300],
  [150, 'smaller', 100],
  [100, 'smaller', 100],
  [300, 'fit', 100],
])('%i per cent, %s → %i', (percent, action, expected) => {
  expect(nextZoom(percent, action)).toBe(expected);
});
