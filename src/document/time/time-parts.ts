import { type CalendarDate, dueDate, formatDate, parseOffset, startDate } from '../../model/time/offset.ts';
import { rhythmTitles } from '../../model/time/period-words.ts';
import { type Edge, type Timing, momentWords, timeWords } from '../../model/time/timing.ts';

/** One end of a time. An end knows its beginning, so that a date of the same year need not name it again. */
export interface Moment {
  readonly at: string;
  readonly edge: Edge;
  readonly since?: string | undefined;
}

/** What stays on one line: words, moments, or a moment with the words that belong to it. */
export type TimePart = readonly (string | Moment)[];

/**
 * A time in the parts that it may be broken between.
 * `{ due: '+2w' }` → 第2周末, `{ start: '+1m', due: '+3m' }` → 第2个月初至｜第3个月末,
 * `{ every: 'week', due: '+6m' }` → 每周｜，｜至第6个月末止.
 */
export function timeParts({ start, due, every, times }: Timing): TimePart[] {
  const { rhythm, comma, from, to, until } = timeWords;
  const parts: TimePart[] = [];
  if (every !== undefined) parts.push([rhythm(rhythmTitles[every], times ?? 1)]);
  if (every !== undefined && (start ?? due) !== undefined) parts.push([comma]);
  // The words between begin and end stay with the time that they belong to, so that no line begins with 至.
  if (start !== undefined) parts.push([{ at: start, edge: 'start' }, due === undefined ? from : to]);
  if (due === undefined) return parts;
  const end: Moment = { at: due, edge: 'due', since: start };
  parts.push(every !== undefined && start === undefined ? [to, end, until] : [end]);
  return parts;
}

/** A moment in words, or as a date once the start of the plan is known. */
export function wordsOfMoment({ at, edge, since }: Moment, start: CalendarDate | undefined): string {
  const offset = parseOffset(at);
  if (offset === undefined || start === undefined) return momentWords(at, edge);
  const date = edge === 'start' ? startDate(start, offset) : dueDate(start, offset);
  const begin = parseOffset(since ?? '');
  const words = formatDate(date);
  return begin && startDate(start, begin).year === date.year ? words.slice(words.indexOf('年') + 1) : words;
}
