import { parseOffset, shareOfPeriod } from './offset.ts';
import { type Period, type Rhythm, periodMonths } from './period-words.ts';
import type { Task } from '../sections.ts';

/** How a task stands on the time axis. Positions are shares of the plan's period, 0–1. */
export type Marks =
  | { readonly kind: 'span'; readonly from: number; readonly to: number }
  | { readonly kind: 'moment'; readonly at: number }
  | { readonly kind: 'rhythm'; readonly from: number; readonly to: number; readonly at: readonly number[] };

/** One division of the time axis. `offset` is its beginning, as the front matter writes offsets. */
export interface Division {
  readonly ordinal: number;
  readonly unit: 'm' | 'w' | 'd';
  readonly offset: string;
  readonly from: number;
  readonly to: number;
}

type TaskTime = Pick<Task, 'start' | 'due' | 'every' | 'times'>;

/**
 * A rhythm becomes ticks between start and due, each in the middle of its week, month or quarter, since it is done
 * once within it and not at its edge. A task with start and due becomes a span; a start alone a
 * span to the end of the period; a due date alone a moment.
 */
export function marksOf(task: TaskTime, period: Period): Marks {
  const start = shareOf(task.start, period);
  const due = shareOf(task.due, period);
  const from = start ?? 0;
  if (task.every !== undefined) {
    const to = due ?? 1;
    return { kind: 'rhythm', from, to, at: ticks(from, to, task.every, task.times ?? 1, period) };
  }
  if (due === undefined) return { kind: 'span', from, to: 1 };
  return start === undefined || start >= due ? { kind: 'moment', at: due } : { kind: 'span', from, to: due };
}

function shareOf(source: string | undefined, period: Period): number | undefined {
  const offset = source === undefined ? undefined : parseOffset(source);
  return offset && shareOfPeriod(offset, period);
}

function ticks(from: number, to: number, rhythm: Rhythm, times: number, period: Period): number[] {
  const step = rhythmDays(rhythm, period) / daysOf(period) / times;
  const at: number[] = [];
  for (let n = 0; from + (n + 0.5) * step < to; n++) at.push(from + (n + 0.5) * step);
  return at.length === 0 ? [(from + to) / 2] : at;
}

/** The longest number of days of a period, the same measure as {@link shareOfPeriod} uses. */
function daysOf(period: Period): number {
  return Math.round(1 / shareOfPeriod({ amount: 1, unit: 'd' }, period));
}

function rhythmDays(rhythm: Rhythm, period: Period): number {
  const month = periodMonths[period] === 0 ? 30.5 : daysOf(period) / periodMonths[period];
  const days: Readonly<Record<Rhythm, number>> = {
    day: 1,
    week: 7,
    'half-month': month / 2,
    month,
    quarter: month * 3,
    'half-year': month * 6,
    year: month * 12,
  };
  return days[rhythm];
}

/** Divisions of the axis: months of a year or half-year, weeks of a quarter or month, days of a week. */
export function divisionsOf(period: Period): Division[] {
  const unit = period === 'week' ? 'd' : period === 'month' || period === 'quarter' ? 'w' : 'm';
  const at = (amount: number): number => shareOfPeriod({ amount, unit }, period);
  const divisions: Division[] = [];
  for (let amount = 0; at(amount) < 1; amount++) {
    divisions.push({ ordinal: amount + 1, unit, offset: `+${amount}${unit}`, from: at(amount), to: at(amount + 1) });
  }
  return divisions;
}
