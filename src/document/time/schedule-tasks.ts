/** The tasks of a document as they stand on a time axis. */
import { type CalendarDate, daysBetween, parseDate, parseOffset } from '../../model/time/offset.ts';
import { type Marks, marksOf } from '../../model/time/schedule-marks.ts';
import type { Timing } from '../../model/time/timing.ts';
import { firstDay } from '../filling.ts';
import type { Content, PlanDocument, PlanRow } from '../schema.ts';

/** A task with a place on the time axis. */
export interface ScheduleTask {
  /** Id of its row. */
  readonly row: string;
  readonly name: Content;
  readonly owner: Content;
  /** In offsets alone. */
  readonly timing: Timing;
  readonly marks: Marks;
}

/**
 * The tasks of a document that have a place on the time axis, in their order. A time that names days becomes offsets from the
 * start; a task whose time a writer has changed to words that name none, or to days while the start is not known, is left out.
 */
export function scheduleTasks(document: PlanDocument): ScheduleTask[] {
  const { tables, period } = document;
  const from = firstDay(document);
  return tables.tasks.rows.flatMap((row) => {
    const timing = placed(timingOf(row), from);
    if (timing === undefined) return [];
    const content = (key: string): Content => row.cells[key]?.content ?? [];
    return [{ row: row.id, name: content('name'), owner: content('owner'), timing, marks: marksOf(timing, period) }];
  });
}

/** A published task may have no time: it lasts as long as the plan. */
function timingOf({ id, cells }: PlanRow): Timing | undefined {
  const { content = [], edited } = cells['time'] ?? {};
  const [only, ...more] = content;
  if (only?.kind === 'time' && more.length === 0) return only.timing;
  return edited === true || id.startsWith('+') ? undefined : {};
}

function placed(timing: Timing | undefined, from: CalendarDate | undefined): Timing | undefined {
  if (timing === undefined) return undefined;
  const start = timing.start === undefined ? undefined : toOffset(timing.start, from, 0);
  const due = timing.due === undefined ? undefined : toOffset(timing.due, from, 1);
  if ((timing.start !== undefined && start === undefined) || (timing.due !== undefined && due === undefined))
    return undefined;
  return { ...timing, ...(start !== undefined && { start }), ...(due !== undefined && { due }) };
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
