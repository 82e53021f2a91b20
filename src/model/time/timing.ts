import { describeDue, describeStart, formatDate, parseDate, parseOffset } from './offset.ts';
import type { Rhythm } from './period-words.ts';

/**
 * When something is done: once, over a span, or again and again. A moment is an offset from 【起始日期】 (`+2w`) or, where
 * a writer gave one, a day (`2027-03-31`).
 */
export interface Timing {
  readonly start?: string | undefined;
  readonly due?: string | undefined;
  readonly every?: Rhythm | undefined;
  /** How often within one rhythm; 1 where nothing is said. */
  readonly times?: number | undefined;
}

/** Which end of its unit a moment names: 第3周初 or 第3周末. */
export type Edge = 'start' | 'due';

/** What stands between and around the moments of a time in words. */
export const timeWords = {
  from: '起',
  to: '至',
  until: '止',
  comma: '，',
  /** Takes the rhythm's title, 每周. */
  rhythm: (title: string, times: number) => (times === 1 ? title : `${title}${times}次`),
} as const;

/** `+2w` → 第2周末 or 第3周初, `2027-03-31` → 2027年3月31日; what is neither stays as it is. */
export function momentWords(moment: string, edge: Edge): string {
  const offset = parseOffset(moment);
  if (offset !== undefined) return edge === 'due' ? describeDue(offset) : describeStart(offset);
  const date = parseDate(moment);
  return date === undefined ? moment : formatDate(date);
}
