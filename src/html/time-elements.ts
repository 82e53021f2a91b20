import type { ElementContent } from 'hast';
import { type TimePart, timeParts } from '../document/time/time-parts.ts';
import { wordsOfPart } from '../document/time/time-words.ts';
import { h } from '../model/element.ts';
import type { CalendarDate } from '../model/time/offset.ts';
import type { Timing } from '../model/time/timing.ts';

/** A time in words, in dates once the plan's first day is known. What a line does not break stays together. */
export function timeElements(timing: Timing, start?: CalendarDate): ElementContent[] {
  return timeParts(timing).flatMap((part): ElementContent[] => {
    const words = wordsOfPart(part, start);
    if (part.every((piece) => typeof piece === 'string')) return [{ type: 'text', value: words }];
    return [...(beginsLine(part) ? [h('wbr')] : []), h('span', { className: ['whole'] }, words)];
  });
}

/** The end of a span may go on in the next line. */
function beginsLine([first, ...more]: TimePart): boolean {
  return more.length === 0 && typeof first === 'object' && first.since !== undefined;
}
