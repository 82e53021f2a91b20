import { describe, expect, test } from 'vitest';
import { HeadingCounter, chineseNumeral, headingNumber } from '../../../src/model/numbering.ts';

test.each([
  [1, '一'],
  [9, '九'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [21, '二十一'],
  [99, '九十九'],
  [100, '一百'],
  [101, '一百零一'],
  [110, '一百一十'],
  [111, '一百一十一'],
  [119, '一百一十九'],
  [205, '二百零五'],
  [230, '二百三十'],
  [999, '九百九十九'],
])('%i → %s', (value, expected) => {
  expect(chineseNumeral(value)).toBe(expected);
});

test('numerals from 1 to 999 are all different', () => {
  const all = Array.from({ length: 999 }, (_, i) => chineseNumeral(i + 1));
  expect(new Set(all).size).toBe(999);
});

test.each([0, -1, 1000, 1.5, NaN, Infinity])('%d has no numeral', (value) => {
  expect(() => chineseNumeral(value)).toThrow(RangeError);
});

test.each([
  [1, 3, '三、'],
  [2, 12, '（十二）'],
  [3, 4, '4.'],
  [4, 15, '（15）'],
] as const)('level %i, number %i', (level, ordinal, expected) => {
  expect(headingNumber(level, ordinal)).toBe(expected);
});

describe('HeadingCounter', () => {
  test('starts a deeper level again below each shallower one', () => {
    const counter = new HeadingCounter();
    const levels = [1, 2, 2, 3, 4, 4, 3, 2, 3, 1, 2, 3, 4] as const;
    expect(levels.map((level) => counter.next(level))).toEqual([
      '一、',
      '（一）',
      '（二）',
      '1.',
      '（1）',
      '（2）',
      '2.',
      '（三）',
      '1.',
      '二、',
      '（一）',
      '1.',
      '（1）',
    ]);
  });

  test('counts a level that was skipped from one', () => {
    const counter = new HeadingCounter();
    expect([counter.next(3), counter.next(1), counter.next(3)]).toEqual(['1.', '一、', '1.']);
  });
});
