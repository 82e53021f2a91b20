import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CalendarDate,
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  describeDue,
  describeStart,
  dueDate,
  formatDate,
  fromUtc,
  isPlausibleYear,
  isoDate,
  offsetSpan,
  parseDate,
  parseOffset,
  shareOfPeriod,
  startDate,
  withinPeriod,
} from '../../../src/model/time/offset.ts';
import { periodSchema } from '../../../src/model/time/period.ts';

function date(iso: string): CalendarDate {
  const parsed = parseDate(iso);
  if (parsed === undefined) throw new Error(`${iso} is no date`);
  return parsed;
}

function offset(source: string) {
  const parsed = parseOffset(source);
  if (parsed === undefined) throw new Error(`${source} is no offset`);
  return parsed;
}

describe('parseOffset', () => {
  test.each([
    ['+0d', 0, 'd'],
    ['+45d', 45, 'd'],
    ['+2w', 2, 'w'],
    [' +12m ', 12, 'm'],
  ])('%s', (source, amount, unit) => {
    expect(parseOffset(source)).toEqual({ amount, unit });
  });

  test.each(['', '2w', '-2w', '+w', '+2', '+2y', '+2W', '+2.5m', '+ 2w', '+12345d', '2周', '+２w'])(
    '%j is none',
    (source) => {
      expect(parseOffset(source)).toBeUndefined();
    },
  );

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        expect(() => parseOffset(source)).not.toThrow();
      }),
    );
  });
});

test.each([
  ['+3m', { months: 3, days: 0 }],
  ['+2w', { months: 0, days: 14 }],
  ['+45d', { months: 0, days: 45 }],
])('span of %s', (source, expected) => {
  expect(offsetSpan(offset(source))).toEqual(expected);
});

test.each([
  ['+7d', 'week', true],
  ['+8d', 'week', false],
  ['+1w', 'week', true],
  ['+1m', 'week', false],
  ['+1m', 'month', true],
  ['+31d', 'month', true],
  ['+5w', 'month', false],
  ['+3m', 'quarter', true],
  ['+4m', 'quarter', false],
  ['+13w', 'quarter', true],
  ['+6m', 'half-year', true],
  ['+184d', 'half-year', true],
  ['+185d', 'half-year', false],
  ['+12m', 'year', true],
  ['+366d', 'year', true],
  ['+53w', 'year', false],
] as const)('%s within a %s: %s', (source, period, expected) => {
  expect(withinPeriod(offset(source), period)).toBe(expected);
});

test.each([
  ['+0d', 'year', 0],
  ['+12m', 'year', 1],
  ['+6m', 'year', 0.5],
  ['+1w', 'week', 1],
  ['+99m', 'quarter', 1],
] as const)('share of %s in a %s', (source, period, expected) => {
  expect(shareOfPeriod(offset(source), period)).toBeCloseTo(expected, 10);
});

test('a share lies between nought and one and grows with the offset', () => {
  const unit = fc.constantFrom('d' as const, 'w' as const, 'm' as const);
  fc.assert(
    fc.property(fc.nat(9999), unit, fc.constantFrom(...periodSchema.options), (amount, u, period) => {
      const share = shareOfPeriod({ amount, unit: u }, period);
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
      expect(shareOfPeriod({ amount: amount + 1, unit: u }, period)).toBeGreaterThanOrEqual(share);
    }),
  );
});

test.each([
  ['+0d', '起始日', '起始日'],
  ['+45d', '第45天', '第46天'],
  ['+2w', '第2周末', '第3周初'],
  ['+3m', '第3个月末', '第4个月初'],
])('%s in words', (source, due, start) => {
  expect(describeDue(offset(source))).toBe(due);
  expect(describeStart(offset(source))).toBe(start);
});

describe('dates', () => {
  test.each([
    ['2027-01-01', '+3m', '2027-04-01', '2027-03-31'],
    ['2027-01-01', '+12m', '2028-01-01', '2027-12-31'],
    ['2027-01-01', '+2w', '2027-01-15', '2027-01-14'],
    ['2027-01-01', '+45d', '2027-02-15', '2027-02-14'],
    ['2027-07-01', '+6m', '2028-01-01', '2027-12-31'],
    ['2027-01-31', '+1m', '2027-02-28', '2027-02-27'],
    ['2028-01-31', '+1m', '2028-02-29', '2028-02-28'],
    ['2028-02-28', '+1d', '2028-02-29', '2028-02-28'],
    ['2027-12-31', '+1d', '2028-01-01', '2027-12-31'],
    ['2027-03-10', '+0d', '2027-03-10', '2027-03-10'],
  ])('from %s, %s starts %s and is due %s', (from, source, starts, due) => {
    expect(isoDate(startDate(date(from), offset(source)))).toBe(starts);
    expect(isoDate(dueDate(date(from), offset(source)))).toBe(due);
  });

  test.each([
    ['2027-08-31', 1, '2027-09-30'],
    ['2027-12-15', 1, '2028-01-15'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2027-05-31', 0, '2027-05-31'],
  ])('%s and %i months', (from, months, expected) => {
    expect(isoDate(addMonths(date(from), months))).toBe(expected);
  });

  test.each([
    [2027, 2, 28],
    [2028, 2, 29],
    [2000, 2, 29],
    [2100, 2, 28],
    [2027, 4, 30],
    [2027, 12, 31],
  ])('days of %i-%i', (year, month, expected) => {
    expect(daysInMonth(year, month)).toBe(expected);
  });

  test.each([
    '',
    '2027-1-5',
    '2027-02-29',
    '2027-13-01',
    '2027-00-10',
    '2027-01-00',
    '2027-01-32',
    '2027年1月5日',
    '2027-01-05T00:00',
  ])('%j is no date', (source) => {
    expect(parseDate(source)).toBeUndefined();
  });

  test('are written without leading zeros', () => {
    expect(formatDate(date('2027-01-05'))).toBe('2027年1月5日');
  });

  const anyDay = fc
    .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2110-12-31T00:00:00Z'), noInvalidDate: true })
    .map(fromUtc);

  test('read back what they wrote', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(parseDate(isoDate(day))).toEqual(day);
      }),
    );
  });

  test('days can be taken back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
        expect(addDays(addDays(day, days), -days)).toEqual(day);
      }),
    );
  });

  test('what is due ends the day before what begins there', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 500 }),
        fc.constantFrom('d' as const, 'w' as const, 'm' as const),
        (day, amount, unit) => {
          expect(addDays(dueDate(day, { amount, unit }), 1)).toEqual(startDate(day, { amount, unit }));
        },
      ),
    );
  });
});

test('the year 27 stays the year 27, and is none that a plan is of', () => {
  expect(dueDate({ year: 27, month: 1, day: 1 }, { amount: 3, unit: 'm' })).toEqual({ year: 27, month: 3, day: 31 });
  expect(daysBetween({ year: 27, month: 1, day: 1 }, { year: 28, month: 1, day: 1 })).toBe(365);
  expect([27, 1899, 1900, 2027, 2199, 2200, 2027.5].map(isPlausibleYear)).toEqual([
    false,
    false,
    true,
    true,
    true,
    false,
    false,
  ]);
});
