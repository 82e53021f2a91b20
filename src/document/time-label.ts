import type { ElementContent } from 'hast';
import { h } from '../model/element.ts';
import { parseOffset } from '../model/offset.ts';
import { rhythmTitles } from '../model/period-words.ts';
import { type Edge, type Timing, momentWords, timeWords } from '../model/timing.ts';

/**
 * A time in words. Offsets are marked, so that filling can turn them into dates; a rhythm is plain text.
 * `{ due: '+2w' }` → 第2周末, `{ start: '+1m', due: '+3m' }` → 第2个月初至第3个月末,
 * `{ every: 'week', due: '+6m' }` → 每周，至第6个月末止.
 */
export function timeLabel({ start, due, every, times }: Timing): ElementContent[] {
  const span = spanLabel(start, due, every !== undefined);
  if (every === undefined) return span;
  const rhythm = text(timeWords.rhythm(rhythmTitles[every], times ?? 1));
  return span.length === 0 ? [rhythm] : [rhythm, text(timeWords.comma), ...span];
}

/** Begin and end. The words between them stay with the time that they belong to, so that no line begins with 至. */
function spanLabel(start: string | undefined, due: string | undefined, repeated: boolean): ElementContent[] {
  const { from, to, until } = timeWords;
  if (start === undefined) {
    if (due === undefined) return [];
    return repeated ? [whole([text(to), offsetLabel(due, 'due'), text(until)])] : [offsetLabel(due, 'due')];
  }
  const begin = whole([offsetLabel(start, 'start'), text(due === undefined ? from : to)]);
  return due === undefined ? [begin] : [begin, h('wbr'), offsetLabel(due, 'due', start)];
}

/**
 * An offset from 【起始日期】, in words until the date is known. An end knows its beginning, so that a date of the same
 * year need not name it again.
 */
function offsetLabel(source: string, edge: Edge, since?: string): ElementContent {
  const label = momentWords(source, edge);
  if (parseOffset(source) === undefined) return text(label);
  const marks = { dataOffset: source, dataEdge: edge, dataSince: since ?? null };
  return h('span', { className: ['due', 'whole'], ...marks }, label);
}

/** What no line breaks. */
function whole(content: ElementContent[]): ElementContent {
  return h('span', { className: ['whole'] }, content);
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
