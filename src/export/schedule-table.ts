import { firstDay } from '../document/filling.ts';
import { axisOf } from '../document/time/schedule-axis.ts';
import { scheduleTasks } from '../document/time/schedule-tasks.ts';
import type { PlanDocument } from '../document/schema.ts';
import type { Division, Marks } from '../model/time/schedule-marks.ts';
import type { Inline, TableBlock, TableCell } from './blocks.ts';
import { inlineReader } from './document-inline.ts';

/** What stands in the grid where a task lasts, is due, or is done again and again. */
export const scheduleSigns = { span: '■', moment: '◆', rhythm: '●' } as const;

/** A division that is a smaller share of the period has no room for its name: the odd day at the end of thirteen weeks. */
const narrowest = 10 / 278;

/**
 * The schedule as a table, for formats that people edit: a row for each task, a column for each month, week or day of the
 * period, with a sign where the chart has a mark. Undefined where no task has a place in it.
 */
export function scheduleTable(document: PlanDocument): TableBlock | undefined {
  const tasks = scheduleTasks(document);
  if (tasks.length === 0) return undefined;
  const { divisions } = axisOf(document.period, firstDay(document));
  const read = inlineReader(document.fields, []);
  const signs = `${scheduleSigns.span} 起止时间　${scheduleSigns.moment} 完成节点　${scheduleSigns.rhythm} 定期开展`;
  return {
    kind: 'table',
    name: 'schedule',
    columns: ['name', 'owner', ...divisions.map(({ offset }) => offset)],
    shares: gridShares(divisions.length),
    caption: [plainInline(`任务进度表（${signs}）`)],
    head: [
      { content: [plainInline('任务')] },
      { content: [plainInline('责任岗位')] },
      ...divisions.map(({ label, from, to }) => centred(to - from < narrowest ? '' : label)),
    ],
    rows: tasks.map(({ name, owner, marks }) => ({
      cells: [
        { content: read(name), header: true as const },
        { content: read(owner) },
        ...divisions.map((division) => centred(signAt(marks, division))),
      ],
    })),
  };
}

/** Divisions are narrow and all the same; the task's name takes most of the rest. */
function gridShares(divisions: number): number[] {
  const narrow = Math.min(0.077, 0.55 / Math.max(1, divisions));
  const left = 1 - narrow * divisions;
  return [left * 0.64, left * 0.36, ...Array.from({ length: divisions }, () => narrow)];
}

/** A deadline belongs to the division that it ends. */
function signAt(marks: Marks, { from, to }: Division): string {
  switch (marks.kind) {
    case 'span':
      return marks.from < to - tiny && marks.to > from + tiny ? scheduleSigns.span : '';
    case 'moment':
      return (marks.at > from + tiny || (from === 0 && marks.at === 0)) && marks.at <= to + tiny
        ? scheduleSigns.moment
        : '';
    case 'rhythm':
      return marks.at.some((at) => at > from && at <= to) ? scheduleSigns.rhythm : '';
  }
}

/** Shares of the period are sums of fractions. */
const tiny = 1e-6;

function plainInline(text: string): Inline {
  return { kind: 'text', text, style: {} };
}

function centred(text: string): TableCell {
  return { content: text === '' ? [] : [plainInline(text)], align: 'center' };
}
