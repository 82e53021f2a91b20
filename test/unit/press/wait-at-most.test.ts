import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { waitAtMost } from '../../../src/press/wait-at-most.ts';

test('what ends, well or not, is waited for; what does not end is given up', async () => {
  const ended: string[] = [];
  const soon = setTimeout(20).then(() => ended.push('soon'));
  await waitAtMost(10_000, soon);
  expect(ended).toEqual(['soon']);
  await waitAtMost(10_000, Promise.reject(new Error('gone')));
  await waitAtMost(20, new Promise(() => undefined));
});
