import { type Filling, inBrackets, nothingFilled, personOf } from '../document/filling.ts';
import { inlineText } from '../markdown/inline-text.ts';
import { textWidth } from '../markdown/text-measure.ts';
import type { Plan } from '../model/plan.ts';
import { fit, wrapLabel } from './label-wrap.ts';
import { type Marks, marksOf } from '../model/schedule-marks.ts';

/**
 * Measures of the chart in points; the chart is as wide as the text of an A4 page with 165 mm of it.
 * A chart of `maxRowsHeight` with axis and legend stays below 200 mm.
 */
export const chart = {
  width: 468,
  axis: { from: 190, to: 468, height: 16 },
  legendHeight: 16,
  name: { x: 0, size: 8, leading: 10.5, width: 15.5, lines: 2 },
  owner: { x: 128, size: 6.5, leading: 8.5, width: 9.2, lines: 2 },
  rowPadding: 3.5,
  maxRowsHeight: 510,
} as const;

/** One task of the chart, laid out. */
export interface ScheduleRow {
  /** 1-based, as in the task table. */
  readonly ordinal: number;
  readonly name: readonly string[];
  readonly owner: readonly string[];
  readonly marks: Marks;
  /** Height of the row in points. */
  readonly height: number;
}

/** Lays out every task of a plan, in the task table's order. */
export function scheduleRows(plan: Plan, filling: Filling = nothingFilled): ScheduleRow[] {
  return plan.tasks.map((task, index) => {
    const label = inlineText(task.name, plan.fields, filling);
    const name = wrapLabel(label, chart.name.width, chart.name.lines);
    const owner = task.owner === undefined ? [] : ownerLines(task.owner, personOf(task.owner, filling));
    const text = Math.max(name.length * chart.name.leading, owner.length * chart.owner.leading);
    return { ordinal: index + 1, name, owner, marks: marksOf(task, plan.period), height: text + chart.rowPadding };
  });
}

/** A role, and on a line of its own, where both do not fit one, the person who has it. */
function ownerLines(role: string, person: string | undefined): string[] {
  const { width, lines } = chart.owner;
  if (person === undefined) return wrapLabel(role, width, lines);
  const behind = inBrackets(person);
  if (textWidth(role + behind) <= width) return [role + behind];
  return [fit(role, width), fit(behind, width)];
}

/** Deals rows out to as few charts as fit a page each, about equally high. */
export function splitRows(rows: readonly ScheduleRow[]): ScheduleRow[][] {
  const total = rows.reduce((sum, row) => sum + row.height, 0);
  const parts = Math.max(1, Math.ceil(total / chart.maxRowsHeight));
  const charts: ScheduleRow[][] = [];
  let height = 0;
  for (const row of rows) {
    const current = charts.at(-1);
    const full = height + row.height > chart.maxRowsHeight || height >= total / parts;
    if (current === undefined || full) {
      charts.push([row]);
      height = row.height;
    } else {
      current.push(row);
      height += row.height;
    }
  }
  return charts;
}
