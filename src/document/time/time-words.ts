import type { CalendarDate } from '../../model/time/offset.ts';
import type { Timing } from '../../model/time/timing.ts';
import { type TimePart, timeParts, wordsOfMoment } from './time-parts.ts';

/** A time in words; dates in the place of offsets once the start of the plan is known. */
export function wordsOfTime(timing: Timing, start?: CalendarDate): string {
  return timeParts(timing)
    .map((part) => wordsOfPart(part, start))
    .join('');
}

export function wordsOfPart(part: TimePart, start: CalendarDate | undefined): string {
  return part.map((piece) => (typeof piece === 'string' ? piece : wordsOfMoment(piece, start))).join('');
}
