import { type Period, periodMonths } from './period-words.ts';

/** A time counted from 【起始日期】: `+45d`, `+2w`, `+3m`. `+0d` is the start itself. */
export interface Offset {
  readonly amount: number;
  readonly unit: 'd' | 'w' | 'm';
}

/** A date without a time of day or zone. Month is 1–12. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const offsetPattern = /^\+(\d{1,4})([dwm])$/;

/** `+2w` → offset; anything else → undefined. */
export function parseOffset(source: string): Offset | undefined {
  const match = offsetPattern.exec(source.trim());
  const unit = match?.[2];
  if (match === null || (unit !== 'd' && unit !== 'w' && unit !== 'm')) return undefined;
  return { amount: Number(match[1]), unit };
}

/**
 * The span from the start to an offset, in months and days: weeks count as seven days. Months cannot be turned into
 * days before the start is known, so both are kept.
 */
export function offsetSpan({ amount, unit }: Offset): { readonly months: number; readonly days: number } {
  if (unit === 'm') return { months: amount, days: 0 };
  return { months: 0, days: unit === 'w' ? amount * 7 : amount };
}

/** Longest number of days that a number of consecutive months can have: the bound that a day offset must keep. */
const longestMonths: Readonly<Record<Period, number>> = {
  week: 7,
  month: 31,
  quarter: 92,
  'half-year': 184,
  year: 366,
};

/** Whether an offset lies within a plan's period, both ends included. */
export function withinPeriod(offset: Offset, period: Period): boolean {
  const { months, days } = offsetSpan(offset);
  return offset.unit === 'm' ? months <= periodMonths[period] : days <= longestMonths[period];
}

/** Share of the period that has passed at an offset, 0–1; months count as the period's average month. */
export function shareOfPeriod(offset: Offset, period: Period): number {
  const { months, days } = offsetSpan(offset);
  const monthDays = longestMonths[period] / Math.max(1, periodMonths[period]);
  return Math.min(1, (months * monthDays + days) / longestMonths[period]);
}

/**
 * The offset in words, while the start is unknown. A deadline is the end of the unit it names:
 * `+2w` → 第2周末, `+3m` → 第3个月末, `+45d` → 第45天, `+0d` → 起始日.
 */
export function describeDue({ amount, unit }: Offset): string {
  if (amount === 0) return '起始日';
  if (unit === 'd') return `第${amount}天`;
  return unit === 'w' ? `第${amount}周末` : `第${amount}个月末`;
}

/** The same for a beginning: `+2w` → 第3周初. */
export function describeStart({ amount, unit }: Offset): string {
  if (amount === 0) return '起始日';
  if (unit === 'd') return `第${amount + 1}天`;
  return unit === 'w' ? `第${amount + 1}周初` : `第${amount + 1}个月初`;
}

/** The first day of what begins at an offset from the start: `+1m` from 2027-01-01 → 2027-02-01. */
export function startDate(start: CalendarDate, offset: Offset): CalendarDate {
  const { months, days } = offsetSpan(offset);
  return addDays(addMonths(start, months), days);
}

/**
 * The last day of what ends at an offset: `+3m` from 2027-01-01 → 2027-03-31 and `+2w` → 2027-01-14, so that a plan
 * of a year that starts on 1 January ends on 31 December. `+0d` is the start itself.
 */
export function dueDate(start: CalendarDate, offset: Offset): CalendarDate {
  return offset.amount === 0 ? start : addDays(startDate(start, offset), -1);
}

/** Adds months and keeps the day where the month has it, else the month's last day: 31 January + 1 → 28 February. */
export function addMonths({ year, month, day }: CalendarDate, months: number): CalendarDate {
  const index = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  return { ...target, day: Math.min(day, daysInMonth(target.year, target.month)) };
}

export function addDays({ year, month, day }: CalendarDate, days: number): CalendarDate {
  return fromUtc(new Date(utcOf({ year, month, day: day + days })));
}

/** Midnight of a day in UTC, in milliseconds. `Date.UTC` takes the years 0 to 99 for those of the last century. */
export function utcOf({ year, month, day }: CalendarDate): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/** Days from one day to another; fewer than none where that is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (utcOf(to) - utcOf(from)) / 86_400_000;
}

/** Whether a plan can be of a year: one of four digits, of our time. */
export function isPlausibleYear(year: number): boolean {
  return Number.isInteger(year) && year >= 1900 && year < 2200;
}

/** The date of a UTC instant. */
export function fromUtc(instant: Date): CalendarDate {
  return { year: instant.getUTCFullYear(), month: instant.getUTCMonth() + 1, day: instant.getUTCDate() };
}

export function daysInMonth(year: number, month: number): number {
  return new Date(utcOf({ year, month: month + 1, day: 0 })).getUTCDate();
}

/** `2027-01-05` → date; a day that no calendar has → undefined. */
export function parseDate(source: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(source.trim());
  if (match === null) return undefined;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isDay(date) ? date : undefined;
}

/** Whether the calendar has such a day. */
export function isDay({ year, month, day }: CalendarDate): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** 2027年1月5日, as GB/T 9704-2012 §7.3.5 writes dates: Arabic figures, no leading zeros. */
export function formatDate({ year, month, day }: CalendarDate): string {
  return `${year}年${month}月${day}日`;
}

/** `2027-01-05`. */
export function isoDate({ year, month, day }: CalendarDate): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
