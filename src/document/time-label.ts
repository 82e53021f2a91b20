import type { ElementContent } from 'hast';
import { h } from '../model/element.ts';
import { type CalendarDate, parseOffset } from '../model/offset.ts';
import type { Timing } from '../model/timing.ts';
import { type Moment, type TimePart, timeParts, wordsOfMoment } from './time-parts.ts';

/** A time in words. Offsets are marked, so that filling can turn them into dates; a rhythm is plain text. */
export function timeLabel(timing: Timing, from?: CalendarDate): ElementContent[] {
  return timeParts(timing).flatMap((part) => partLabel(part, from));
}

function partLabel(part: TimePart, from: CalendarDate | undefined): ElementContent[] {
  const content = part.map((piece): ElementContent => {
    return typeof piece === 'string' ? { type: 'text', value: piece } : momentLabel(piece, from);
  });
  const [first] = part;
  if (part.length > 1) return [h('span', { className: ['whole'] }, content)];
  return typeof first === 'object' && first.since !== undefined ? [h('wbr'), ...content] : content;
}

/** An offset from 【起始日期】, in words until the date is known. */
function momentLabel(moment: Moment, from?: CalendarDate): ElementContent {
  const label = wordsOfMoment(moment, from);
  const { at, edge, since } = moment;
  if (parseOffset(at) === undefined) return { type: 'text', value: label };
  const marks = { dataOffset: at, dataEdge: edge, dataSince: since ?? null };
  return h('span', { className: ['due', 'whole'], ...marks }, label);
}
