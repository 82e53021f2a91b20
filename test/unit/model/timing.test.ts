import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rhythmSchema } from '../../../src/model/time/period.ts';
import { parseTiming } from '../../../src/model/time/read-timing.ts';
import { wordsOfTime } from '../../../src/document/time/time-words.ts';
import type { Timing } from '../../../src/model/time/timing.ts';

test.each<[Timing, string]>([
  [{ due: '+2w' }, '第2周末'],
  [{ start: '+1m', due: '+3m' }, '第2个月初至第3个月末'],
  [{ start: '+1d' }, '第2天起'],
  [{ every: 'week', due: '+6m' }, '每周，至第6个月末止'],
  [{ every: 'day', times: 2 }, '每日2次'],
  [{ every: 'half-year', times: 3, start: '+1m', due: '+12m' }, '每半年3次，第2个月初至第12个月末'],
  [{ due: '2027-03-31' }, '2027年3月31日'],
])('%o is %s, and back', (timing, words) => {
  expect(wordsOfTime(timing)).toBe(words);
  expect(parseTiming(words)).toEqual(timing);
});

test.each<[string, Timing | undefined]>([
  ['+2w', { due: '+2w' }],
  [' 2027-03-01 ~ 2027年3月31日 ', { start: '2027-03-01', due: '2027-03-31' }],
  ['每月，第2个月初起', { every: 'month', start: '+1m' }],
  ['2027年3月1日至5月8日', { start: '2027-03-01', due: '2027-05-08' }],
  ['2027年2月30日', undefined],
  ['第3周末至第5周末', undefined],
  ['视情况', undefined],
  ['', undefined],
])('reads %j', (words, timing) => {
  expect(parseTiming(words)).toEqual(timing);
});

const amount = fc.integer({ min: 1, max: 999 });
const unit = fc.constantFrom('d', 'w', 'm');
const offset = fc.tuple(amount, unit).map(([number, letter]) => `+${number}${letter}`);
const timing = fc
  .record(
    {
      start: offset,
      due: offset,
      every: fc.constantFrom(...rhythmSchema.options),
      times: fc.integer({ min: 2, max: 50 }),
    },
    { requiredKeys: [] },
  )
  .filter(
    ({ start, due, every, times }) =>
      (times === undefined || every !== undefined) && (start ?? due ?? every) !== undefined,
  );

test('every timing survives its words', () => {
  fc.assert(
    fc.property(timing, (given) => {
      expect(parseTiming(wordsOfTime(given))).toEqual(given);
    }),
  );
});

test('no words throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      parseTiming(text);
    }),
  );
});
