/** Reads days and months as people write them in Chinese office documents. */
import { type CalendarDate, daysInMonth, isDay } from './offset.ts';

/** What a text says as a date. */
export type DateReading =
  /** `guessed`: part of it was completed, and the writer has to know how: a year of two digits, the order of the parts. */
  | { readonly kind: 'day'; readonly date: CalendarDate; readonly guessed: boolean }
  /** It is written like a date, but no calendar has that day. */
  | { readonly kind: 'no-day'; readonly date: CalendarDate }
  /** A month and a day without a year. */
  | { readonly kind: 'no-year'; readonly month: number; readonly day: number }
  /** Different days, depending on which part is the month. */
  | { readonly kind: 'ambiguous'; readonly dates: readonly CalendarDate[] }
  | { readonly kind: 'none' };

/**
 * The year that two digits stand for, as Windows and WPS complete it: 00–49 are of this century, 50–99 of the last one.
 * https://learn.microsoft.com/office/troubleshoot/excel/two-digit-year-numbers
 */
export function fullYear(year: number): number {
  return year >= 100 ? year : year + (year < 50 ? 2000 : 1900);
}

/** Years in which a plan can be: in 01/01/27 only one of the parts is such a year. */
const isPlanYear = (year: number): boolean => year >= 2020 && year < 2050;

const yearFirst = /^(\d{4}|\d{2}(?=年))[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/u;
const joined = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;
const short = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{1,2})$/;
const withoutYear = /^(\d{1,2})月(\d{1,2})[日号]$/u;

/** What spreadsheets write behind a date: `0:00:00`, `T00:00:00.000Z`, `12:00:00 AM`, `上午 12:00`. */
const timeBehind = /[T ](?:[上下]午)? ?\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)? ?(?:[AP]M|Z)?$/iu;

/** `2027/1/5`, `2027年1月5日`, `20270105`, `27年1月5日`, `01/05/27` and the like, in half or full width, perhaps with a time behind it. */
export function readDate(source: string): DateReading {
  const spaced = source.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  const text = spaced.replace(timeBehind, '').replaceAll(' ', '');
  const whole = yearFirst.exec(text) ?? joined.exec(text);
  if (whole !== null) return dayReading(Number(whole[1]), Number(whole[2]), Number(whole[3]));
  const last = yearLast.exec(text);
  if (last !== null) return inEitherOrder(Number(last[1]), Number(last[3]), Number(last[4]), false);
  const parts = short.exec(text);
  if (parts !== null) return shortReading(Number(parts[1]), Number(parts[3]), Number(parts[4]));
  const dayAlone = withoutYear.exec(text);
  return dayAlone === null
    ? { kind: 'none' }
    : { kind: 'no-year', month: Number(dayAlone[1]), day: Number(dayAlone[2]) };
}

function dayReading(year: number, month: number, day: number): DateReading {
  const date = { year: fullYear(year), month, day };
  return isDay(date) ? { kind: 'day', date, guessed: year < 100 } : { kind: 'no-day', date };
}

/** Month and day, or day and month, before a year. */
function inEitherOrder(first: number, second: number, year: number, guessed: boolean): DateReading {
  return among(
    [
      { year, month: first, day: second },
      { year, month: second, day: first },
    ],
    guessed,
  );
}

/** Three numbers of at most two digits: the year comes first, as in Chinese, where that gives a year of a plan, else last. */
function shortReading(first: number, second: number, third: number): DateReading {
  const yearFirst = { year: fullYear(first), month: second, day: third };
  if (isPlanYear(yearFirst.year) && isDay(yearFirst)) return { kind: 'day', date: yearFirst, guessed: true };
  return isPlanYear(fullYear(third)) ? inEitherOrder(first, second, fullYear(third), true) : { kind: 'none' };
}

function among(dates: readonly CalendarDate[], guessed: boolean): DateReading {
  const there = dates.filter(isDay).filter((date, at, all) => all.findIndex((other) => sameDay(date, other)) === at);
  const [date, ...more] = there;
  if (date === undefined) return dates[0] === undefined ? { kind: 'none' } : { kind: 'no-day', date: dates[0] };
  return more.length === 0 ? { kind: 'day', date, guessed } : { kind: 'ambiguous', dates: there };
}

function sameDay(a: CalendarDate, b: CalendarDate): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

/** How many days a month has, for telling why there is no such day; undefined where there is no such month. */
export function lastDayOf({ year, month }: CalendarDate): number | undefined {
  return month >= 1 && month <= 12 ? daysInMonth(year, month) : undefined;
}

/** A month of a year; `guessed` where the year was completed. */
export interface MonthReading {
  readonly year: number;
  readonly month: number;
  readonly guessed: boolean;
}

/** `2027年1月`, `2027/1`, `202701`, `27年1月`, and `2027/1/1`, which spreadsheets make of it. Undefined for what is no month. */
export function readMonth(source: string): MonthReading | undefined {
  const first = readDate(source);
  if (first.kind === 'day' && first.date.day === 1) return { ...first.date, guessed: first.guessed };
  const text = source.normalize('NFKC').replace(/\s/g, '');
  const match = /^(\d{4}|\d{2}(?=年))[-/.年](\d{1,2})月?$/u.exec(text) ?? /^((?:19|20)\d{2})(\d{2})$/.exec(text);
  const year = Number(match?.[1]);
  const month = Number(match?.[2]);
  if (match === null || month < 1 || month > 12) return undefined;
  return { year: fullYear(year), month, guessed: year < 100 };
}
