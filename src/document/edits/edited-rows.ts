/** Rows of the plan's tables as an edited document has them, and what follows from them for the plan. */
import type { CalendarDate } from '../../model/time/offset.ts';
import { dueDate, parseDate, parseOffset, startDate } from '../../model/time/offset.ts';
import { parseTiming } from '../../model/time/read-timing.ts';
import type { Timing } from '../../model/time/timing.ts';

/** A row of one of the plan's tables as it stands in an edited document. */
export interface EditedRow {
  /** Index in the plan's data; undefined for a row that a writer added. */
  readonly index: number | undefined;
  /** Stable name of the row: the index, or + and the id of the edit that added it. */
  readonly key: string;
  readonly total: boolean;
  /** Words of a cell, blanks as 【标签】; undefined where the table has no such column. */
  readonly words: (column: string) => string | undefined;
  /** Whether a writer has changed a cell. */
  readonly isEdited: (column: string) => boolean;
}

/** A row's time: that of the plan's data unless a writer has changed it; undefined where its words name none. */
export function rowTiming(row: EditedRow, published: Timing | undefined): Timing | undefined {
  const words = row.words('time');
  const changed = row.index === undefined || row.isEdited('time');
  return changed && words !== undefined ? parseTiming(words) : published;
}

/** The day that a moment names, once the start is known. */
export function dayOf(
  moment: string,
  start: CalendarDate | undefined,
  edge: 'start' | 'due',
): CalendarDate | undefined {
  const offset = parseOffset(moment);
  if (offset === undefined) return parseDate(moment);
  if (start === undefined) return undefined;
  return edge === 'due' ? dueDate(start, offset) : startDate(start, offset);
}
