import type { ElementContent } from 'hast';
import { h } from '../model/element.ts';
import { parseOffset } from '../model/offset.ts';
import { type Timing, momentWords } from '../model/timing.ts';
import { type Moment, timeParts } from './time-parts.ts';

/** A time in words. Offsets are marked, so that filling can turn them into dates; a rhythm is plain text. */
export function timeLabel(timing: Timing): ElementContent[] {
  return timeParts(timing).flatMap((part): ElementContent[] => {
    const [first] = part;
    const content = part.map(pieceLabel);
    if (part.length > 1) return [h('span', { className: ['whole'] }, content)];
    return typeof first === 'object' && first.since !== undefined ? [h('wbr'), ...content] : content;
  });
}

/** An offset from 【起始日期】, in words until the date is known. */
function pieceLabel(piece: string | Moment): ElementContent {
  if (typeof piece === 'string') return { type: 'text', value: piece };
  const { at, edge, since } = piece;
  const value = momentWords(at, edge);
  if (parseOffset(at) === undefined) return { type: 'text', value };
  return h('span', { className: ['due', 'whole'], dataOffset: at, dataEdge: edge, dataSince: since }, value);
}
