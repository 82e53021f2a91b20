/** Rows of the plan's tables as an edited document has them, and what follows from them for the plan. */
import type { CalendarDate } from '../model/offset.ts';
import { daysBetween, dueDate, parseDate, parseOffset, startDate } from '../model/offset.ts';
import type { Plan } from '../model/plan.ts';
import { parseTiming } from '../model/read-timing.ts';
import type { Timing } from '../model/timing.ts';

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

/**
 * The plan with its tasks as the edited document's table has them, for a chart that is drawn anew. A time that names
 * days becomes offsets from the start; a task whose time cannot be told has no place on a time axis and is left out.
 * Undefined where the tasks are as they were published.
 */
export function planWithEditedTasks(
  rows: readonly EditedRow[] | undefined,
  plan: Plan,
  start: CalendarDate | undefined,
): Plan | undefined {
  if (rows === undefined || !differs(rows, plan.tasks.length)) return undefined;
  const tasks = rows.flatMap((row): Plan['tasks'] => {
    const published = row.index === undefined ? undefined : plan.tasks[row.index];
    const timing = placed(rowTiming(row, published), start);
    if (timing === undefined) return [];
    const owner = row.words('owner') ?? '';
    return [{ name: row.words('name') ?? '', ...(owner !== '' && { owner }), ...timing }];
  });
  return { ...plan, tasks };
}

function differs(rows: readonly EditedRow[], count: number): boolean {
  return (
    rows.length !== count ||
    rows.some((row, at) => row.index !== at || ['name', 'owner', 'time'].some((column) => row.isEdited(column)))
  );
}

/** A timing in offsets alone; undefined where it names a day and the start is not known or comes later. */
function placed(
  timing: Timing | undefined,
  start: CalendarDate | undefined,
): Omit<Plan['tasks'][number], 'name'> | undefined {
  if (timing === undefined || (timing.start ?? timing.due ?? timing.every) === undefined) return undefined;
  const from = timing.start === undefined ? undefined : toOffset(timing.start, start, 0);
  const to = timing.due === undefined ? undefined : toOffset(timing.due, start, 1);
  if ((timing.start !== undefined && from === undefined) || (timing.due !== undefined && to === undefined))
    return undefined;
  const { every, times } = timing;
  return {
    ...(from !== undefined && { start: from }),
    ...(to !== undefined && { due: to }),
    ...(every !== undefined && { every }),
    ...(times !== undefined && { times }),
  };
}

/** A day as an offset; `inclusive` is 1 where the day itself still belongs to the span. */
function toOffset(moment: string, start: CalendarDate | undefined, inclusive: 0 | 1): string | undefined {
  if (parseOffset(moment) !== undefined) return moment;
  const date = parseDate(moment);
  if (date === undefined || start === undefined) return undefined;
  const before = daysBetween(start, date);
  const days = before + inclusive;
  return before < 0 || days > 9999 ? undefined : `+${days}d`;
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
