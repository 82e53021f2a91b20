import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dueDate, formatDate, isoDate, parseDate } from '../../../src/model/time/offset.ts';
import { readDate, readMonth } from '../../../src/model/time/read-date.ts';

const day = (year: number, month: number, of: number) => ({ year, month, day: of });

describe('a day as people write it', () => {
  test.each([
    ['2027-01-05', day(2027, 1, 5), false],
    ['2027/1/5', day(2027, 1, 5), false],
    ['２０２７年１月５日', day(2027, 1, 5), false],
    ['2027 年 1 月 5 号', day(2027, 1, 5), false],
    ['20270105', day(2027, 1, 5), false],
    ['1/15/2027', day(2027, 1, 15), false],
    ['15.1.2027', day(2027, 1, 15), false],
    ['3/3/2027', day(2027, 3, 3), false],
    ['0027-01-01', day(2027, 1, 1), true],
    ['27年1月5日', day(2027, 1, 5), true],
    ['98年1月5日', day(1998, 1, 5), true],
    ['01/01/27', day(2027, 1, 1), true],
    ['25/12/27', day(2025, 12, 27), true],
    ['12/25/27', day(2027, 12, 25), true],
    ['27/1/5', day(2027, 1, 5), true],
    ['27-03-15', day(2027, 3, 15), true],
  ])('%s', (text, date, guessed) => {
    expect(readDate(text)).toEqual({ kind: 'day', date, guessed });
  });

  test.each([
    ['2027-02-30', { kind: 'no-day', date: day(2027, 2, 30) }],
    ['27年2月30日', { kind: 'no-day', date: day(2027, 2, 30) }],
    ['2027年13月1日', { kind: 'no-day', date: day(2027, 13, 1) }],
    ['2月30日', { kind: 'no-year', month: 2, day: 30 }],
    ['03/04/27', { kind: 'ambiguous', dates: [day(2027, 3, 4), day(2027, 4, 3)] }],
    ['3/4/2027', { kind: 'ambiguous', dates: [day(2027, 3, 4), day(2027, 4, 3)] }],
    ['9/9/9', { kind: 'none' }],
    ['年初', { kind: 'none' }],
    ['27', { kind: 'none' }],
    ['1.2', { kind: 'none' }],
  ])('%s is none that can be told', (text, reading) => {
    expect(readDate(text)).toEqual(reading);
  });

  test('whatever day is written in a usual form is read back', () => {
    const days = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(day(1990, 1, 1), days));
    fc.assert(
      fc.property(days, (date) => {
        for (const text of [isoDate(date), formatDate(date), isoDate(date).replaceAll('-', '/')])
          expect(readDate(text)).toEqual({ kind: 'day', date, guessed: false });
      }),
    );
  });

  test('no text makes it throw', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof readDate(text).kind === 'string'));
  });
});

test.each([
  ['2027年3月', { year: 2027, month: 3, guessed: false }],
  ['27年1月', { year: 2027, month: 1, guessed: true }],
  ['0027-01', { year: 2027, month: 1, guessed: true }],
  ['２０２７．３', { year: 2027, month: 3, guessed: false }],
  ['202703', { year: 2027, month: 3, guessed: false }],
  ['2027/13', undefined],
  ['3月', undefined],
])('month %s', (text, reading) => {
  expect(readMonth(text)).toEqual(reading);
});

test('a year below one hundred is that year, not one of the last century', () => {
  const start = parseDate('0027-01-01');
  expect(start && formatDate(dueDate(start, { amount: 1, unit: 'm' }))).toBe('27年1月31日');
});
