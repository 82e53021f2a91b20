import { type CalendarDate, describeDue, dueDate, formatDate, parseOffset } from '../../model/offset.ts';

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
