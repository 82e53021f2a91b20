import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInShard, readShard } from '../../../src/press/shard.ts';

test.each(['1/1', '2/4', '4/4'])('%s is a part', (text) => {
  const [index, count] = text.split('/').map(Number);
  expect(readShard(text)).toEqual({ index, count });
});

test.each(['0/4', '5/4', 'a/b', '2', '2/', '/4', '2/0', '-1/4', '1.5/4', ' 2/4', '2/4/8', '99999/99999'])(
  '%s is none',
  (text) => {
    expect(readShard(text)).toBeUndefined();
  },
);

test('every document is in one part, whatever its name and however many parts there are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (name, count) => {
      const parts = Array.from({ length: count }, (_, n) => isInShard(name, { index: n + 1, count }));
      expect(parts.filter(Boolean)).toHaveLength(1);
    }),
  );
});

test('a thousand documents are spread evenly', () => {
  const names = Array.from({ length: 1000 }, (_, n) => `plan-${n}.meeting.pdf`);
  for (const index of [1, 2, 3, 4]) {
    const part = names.filter((name) => isInShard(name, { index, count: 4 }));
    expect(part.length).toBeGreaterThan(200);
    expect(part.length).toBeLessThan(300);
  }
});
