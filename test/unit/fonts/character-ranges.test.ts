import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRanges, writeRanges } from '../../../src/fonts/character-ranges.ts';

test('neighbours become a range', () => {
  expect(writeRanges([0x4e02, 0x20, 0x4e00, 0x4e01, 0x4e00])).toBe('20,4e00-4e02');
});

test('what was written is read again', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(0x10ffff)), (points) => {
      expect([...readRanges(writeRanges(points))].sort()).toEqual([...points].sort());
    }),
  );
});

test('no list covers nothing', () => {
  expect(readRanges('').size).toBe(0);
});
