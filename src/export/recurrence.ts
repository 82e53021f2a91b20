import { type CalendarDate, addDays, addMonths, dueDate, isoDate } from '../model/time/offset.ts';
import { type Rhythm, periodMonths } from '../model/time/period-words.ts';

/** When something that is done again and again is due: the first day, and the rule for those that follow. */
export interface Recurrence {
  readonly first: CalendarDate;
  /** Value of an RRULE, RFC 5545 §3.3.10; undefined where there is no second time. */
  readonly rule: string | undefined;
}

/**
 * The due days of a rhythm from a first day on, the last one included. As with every deadline, that of a week or a month
 * is its end: every week from Friday 1 January is due on Thursdays, every month from the 1st on last days. Three times
 * a year is every four months; where a month, a week or a day does not divide evenly, its own end stands for all times.
 */
export function recurrence(every: Rhythm, times: number, from: CalendarDate, until: CalendarDate): Recurrence {
  const { first, rule } = series(every, times, from);
  if (isoDate(first) > isoDate(until)) return { first: until, rule: undefined };
  return { first, rule: `${rule};UNTIL=${icsDate(until)}` };
}

function series(
  every: Rhythm,
  times: number,
  from: CalendarDate,
): { readonly first: CalendarDate; readonly rule: string } {
  if (every === 'day') return { first: from, rule: 'FREQ=DAILY' };
  if (every === 'week') return { first: addDays(from, 6), rule: 'FREQ=WEEKLY' };
  if (every === 'half-month' || (every === 'month' && times === 2)) return halfMonths(from);
  const months = periodMonths[every];
  const step = months % times === 0 ? months / times : months;
  const last = addDays(addMonths(from, step), -1);
  const interval = `FREQ=MONTHLY${step === 1 ? '' : `;INTERVAL=${step}`}`;
  if (from.day === 1) return { first: last, rule: `${interval};BYMONTHDAY=-1` };
  // Of a plan that begins on the 30th or 31st: the latest day that every month has. BYSETPOS would say it exactly, and
  // not every reader of calendars knows it.
  const day = Math.min(from.day - 1, 28);
  return { first: { ...addMonths({ ...from, day: 1 }, step), day }, rule: `${interval};BYMONTHDAY=${day}` };
}

/** From the 1st: the 15th and the last. From another day: fifteen days on, and the day before. */
function halfMonths(from: CalendarDate): { readonly first: CalendarDate; readonly rule: string } {
  const { day } = from;
  if (day === 1) return { first: addDays(from, 14), rule: 'FREQ=MONTHLY;BYMONTHDAY=15,-1' };
  const due = Math.min(day - 1, 28);
  const other = due > 14 ? due - 14 : due + 14;
  const first = due > 14 ? { ...addMonths({ ...from, day: 1 }, 1), day: other } : { ...from, day: other };
  return { first, rule: `FREQ=MONTHLY;BYMONTHDAY=${Math.min(due, other)},${Math.max(due, other)}` };
}

/** `20270105`. */
export function icsDate(date: CalendarDate): string {
  return isoDate(date).replaceAll('-', '');
}

/** Last day of a plan of a period that begins on a day. */
export function lastDay(start: CalendarDate, period: keyof typeof periodMonths): CalendarDate {
  return dueDate(start, period === 'week' ? { amount: 1, unit: 'w' } : { amount: periodMonths[period], unit: 'm' });
}
