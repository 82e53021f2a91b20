import { type CalendarDate, dueDate, formatDate, parseOffset, startDate } from '../model/offset.ts';
import { rhythmTitles } from '../model/period-words.ts';
import { type Edge, type Timing, momentWords, timeWords } from '../model/timing.ts';

/** One end of a time. An end knows its beginning, so that a date of the same year need not name it again. */
export interface Moment {
  readonly at: string;
  readonly edge: Edge;
  readonly since?: string;
}

/** What stays on one line: words, moments, or a moment with the words that belong to it. */
export type TimePart = readonly (string | Moment)[];

/**
 * A time in the parts that it may be broken between.
 * `{ due: '+2w' }` → 第2周末, `{ start: '+1m', due: '+3m' }` → 第2个月初至｜第3个月末,
 * `{ every: 'week', due: '+6m' }` → 每周｜，｜至第6个月末止.
 */
export function timeParts({ start, due, every, times }: Timing): TimePart[] {
  const span = spanParts(start, due, every !== undefined);
  if (every === undefined) return span;
  const rhythm = timeWords.rhythm(rhythmTitles[every], times ?? 1);
  return span.length === 0 ? [[rhythm]] : [[rhythm], [timeWords.comma], ...span];
}

/** Begin and end. The words between them stay with the time that they belong to, so that no line begins with 至. */
function spanParts(start: string | undefined, due: string | undefined, repeated: boolean): TimePart[] {
  const { from, to, until } = timeWords;
  if (start === undefined) {
    if (due === undefined) return [];
    const end: Moment = { at: due, edge: 'due' };
    return [repeated ? [to, end, until] : [end]];
  }
  const begin: TimePart = [{ at: start, edge: 'start' }, due === undefined ? from : to];
  return due === undefined ? [begin] : [begin, [{ at: due, edge: 'due', since: start }]];
}

/** A time in words; dates in the place of offsets once the start of the plan is known. */
export function wordsOfTime(timing: Timing, start?: CalendarDate): string {
  return timeParts(timing)
    .flat()
    .map((part) => (typeof part === 'string' ? part : wordsOfMoment(part, start)))
    .join('');
}

/** A moment in words, or as a date once the start of the plan is known. */
export function wordsOfMoment({ at, edge, since }: Moment, start: CalendarDate | undefined): string {
  const offset = parseOffset(at);
  if (offset === undefined || start === undefined) return momentWords(at, edge);
  const date = edge === 'start' ? startDate(start, offset) : dueDate(start, offset);
  const begin = since === undefined ? undefined : parseOffset(since);
  const words = formatDate(date);
  const sameYear = begin !== undefined && startDate(start, begin).year === date.year;
  return sameYear ? words.slice(words.indexOf('年') + 1) : words;
}
