import { rhythmTitles, rhythms } from '../../model/time/period-words.ts';
import { timeWords } from '../../model/time/timing.ts';
import { type CalendarDate, describeDue, dueDate, formatDate, parseOffset } from '../../model/time/offset.ts';

/** A time as it is written, in words, and as a date. */
export interface TimeForm {
  readonly source: string;
  readonly words: string;
  readonly date: string;
}

const sources = ['+0d', '+45d', '+2w', '+1m', '+3m', '+12m'] as const;

/** Offsets as an author writes them, and what becomes of them for a plan that begins on a day. */
export function timeForms(start: CalendarDate): TimeForm[] {
  return sources.flatMap((source) => {
    const offset = parseOffset(source);
    return offset === undefined
      ? []
      : [{ source, words: describeDue(offset), date: formatDate(dueDate(start, offset)) }];
  });
}

/** Rhythms as an author writes them, and in words; the first one more than once. */
export function rhythmForms(): { readonly source: string; readonly words: string }[] {
  return rhythms.map((rhythm, index) => {
    const times = index === 0 ? 2 : 1;
    const source = `every: ${rhythm}${times === 1 ? '' : `, times: ${times}`}`;
    return { source, words: timeWords.rhythm(rhythmTitles[rhythm], times) };
  });
}
