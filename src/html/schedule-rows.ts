import { toString } from 'hast-util-to-string';
import { inBrackets } from '../document/filling.ts';
import type { ScheduleTask } from '../document/time/schedule-tasks.ts';
import type { Content } from '../document/schema.ts';
import { textWidth } from '../markdown/text-measure.ts';
import { h } from '../model/element.ts';
import type { Field } from '../model/field.ts';
import type { Marks } from '../model/time/schedule-marks.ts';
import { inlineElements } from './inline-elements.ts';
import { fit, wrapLabel } from './label-wrap.ts';

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

/** Lays out tasks, in their order. */
export function scheduleRows(tasks: readonly ScheduleTask[], fields: readonly Field[]): ScheduleRow[] {
  return tasks.map((task, index) => {
    const { marks } = task;
    const name = wrapLabel(labelOf(task.name, fields), chart.name.width, chart.name.lines);
    const owner = ownerLines(task.owner, fields);
    const text = Math.max(name.length * chart.name.leading, owner.length * chart.owner.leading);
    return { ordinal: index + 1, name, owner, marks, height: text + chart.rowPadding };
  });
}

/** A role, and on a line of its own, where both do not fit one, the person who has it. */
function ownerLines(owner: Content, fields: readonly Field[]): string[] {
  const { width, lines } = chart.owner;
  const [only, ...more] = owner;
  if (only?.kind !== 'role' || only.person === undefined || more.length > 0) {
    return owner.length === 0 ? [] : wrapLabel(labelOf(owner, fields), width, lines);
  }
  const behind = inBrackets(only.person);
  if (textWidth(only.name + behind) <= width) return [only.name + behind];
  return [fit(only.name, width), fit(behind, width)];
}

/** Content in words: a blank as its value, or as its label while it has none. */
function labelOf(content: Content, fields: readonly Field[]): string {
  return toString(h('span', inlineElements(content, { fields, base: '/' })));
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
