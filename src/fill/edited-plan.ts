import type { Element } from 'hast';
import type { CalendarDate } from '../model/offset.ts';
import { daysBetween, dueDate, parseDate, parseOffset, startDate } from '../model/offset.ts';
import type { Plan } from '../model/plan.ts';
import { parseTiming } from '../model/read-timing.ts';
import type { Timing } from '../model/timing.ts';
import { childElements, editableText, hasClass } from './block-text.ts';
import { tableRows } from './document-blocks.ts';
import type { PlanTableName } from '../document/plan-table-names.ts';
import { columnKeys, planTableName } from './table-columns.ts';

/** A row of one of the plan's tables as it stands in an edited document. */
export interface PlanRow {
  /** Index in the plan's data; undefined for a row that a writer added. */
  readonly index: number | undefined;
  /** Stable name of the row: the index, or + and the id of the edit that added it. */
  readonly key: string;
  readonly cells: ReadonlyMap<string, Element>;
  readonly total: boolean;
}

/** Rows of the plan's table of a name, in the document's order; undefined where the document does not show that table. */
export function planRows(article: Element, name: PlanTableName): readonly PlanRow[] | undefined {
  const table = planTable(article, name);
  if (table === undefined) return undefined;
  const keys = columnKeys(table);
  return tableRows(table)
    .slice(1)
    .map((row, at) => {
      const mark = row.properties['dataRow'];
      const key = typeof mark === 'string' ? mark : String(at);
      const cells = new Map(childElements(row).map((cell, column) => [keys[column] ?? `c${column + 1}`, cell]));
      return { index: /^\d+$/.test(key) ? Number(key) : undefined, key, cells, total: hasClass(row, 'total') };
    });
}

/** The element that shows the plan's data of a name. */
export function planTable(element: Element, name: PlanTableName): Element | undefined {
  if (planTableName(element) === name) return element;
  for (const child of childElements(element)) {
    const found = planTable(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Words of a row's cell, blanks as 【标签】. */
export function cellText(row: PlanRow, column: string): string {
  const cell = row.cells.get(column);
  return cell === undefined ? '' : editableText(cell.children);
}

/** A row's time: that of the plan's data unless a writer has changed it; undefined where its words name none. */
export function rowTiming(row: PlanRow, published: Timing | undefined): Timing | undefined {
  const cell = row.cells.get('time');
  const changed = cell === undefined || row.index === undefined || cell.properties['dataEdited'] !== undefined;
  return changed && cell !== undefined ? parseTiming(cellText(row, 'time')) : published;
}

/**
 * The plan with its tasks as the edited document's table has them, for a chart that is drawn anew. A time that names
 * days becomes offsets from the start; a task whose time cannot be told has no place on a time axis and is left out.
 * Undefined where the tasks are as they were published.
 */
export function planWithEditedTasks(article: Element, plan: Plan, start: CalendarDate | undefined): Plan | undefined {
  const rows = planRows(article, 'tasks');
  if (rows === undefined || !differs(rows, plan.tasks.length)) return undefined;
  const tasks = rows.flatMap((row): Plan['tasks'] => {
    const published = row.index === undefined ? undefined : plan.tasks[row.index];
    const timing = placed(rowTiming(row, published), start);
    if (timing === undefined) return [];
    const owner = cellText(row, 'owner');
    return [{ name: cellText(row, 'name'), ...(owner !== '' && { owner }), ...timing }];
  });
  return { ...plan, tasks };
}

function differs(rows: readonly PlanRow[], count: number): boolean {
  return (
    rows.length !== count ||
    rows.some(
      (row, at) =>
        row.index !== at ||
        ['name', 'owner', 'time'].some((column) => row.cells.get(column)?.properties['dataEdited'] !== undefined),
    )
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
