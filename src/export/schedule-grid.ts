import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { childElements, hasClass } from '../fill/block-text.ts';
import { fillMarks } from '../fill/fill-marks.ts';
import type { FilledDocument } from '../fill/fill-draft.ts';
import { roleLabel } from '../document/role-label.ts';
import { inlineContent } from '../markdown/blank-element.ts';
import { h } from '../model/element.ts';
import { type Division, type Marks, divisionsOf, marksOf } from '../model/schedule-marks.ts';
import type { Inline, TableBlock, TableCell } from './blocks.ts';
import { readInline } from './read-inline.ts';

/** What stands in the grid where a task lasts, is due, or is done again and again. */
export const scheduleSigns = { span: '■', moment: '◆', rhythm: '●' } as const;

/**
 * The time chart as a table, for formats that people edit: a row for each task, a column for each month, week or day of
 * the period, with a sign where the chart has a mark. Undefined where the document shows no chart.
 */
export function scheduleGrid({ article, plan, tasks, draft }: FilledDocument): TableBlock | undefined {
  const svg = chartOf(article);
  if (svg === undefined || tasks.length === 0) return undefined;
  const divisions = divisionsOf(plan.period);
  const labels = divisionLabels(svg);
  const words = (source: string): Inline[] => {
    const filled = fillMarks(h('span', inlineContent(source, plan.fields)), plan.fields, draft);
    return readInline(filled.children);
  };
  const signs = `${scheduleSigns.span} 持续时段　${scheduleSigns.moment} 到期时点　${scheduleSigns.rhythm} 按频次进行`;
  return {
    kind: 'table',
    name: 'schedule',
    columns: ['name', 'owner', ...divisions.map(({ offset }) => offset)],
    shares: gridShares(divisions.length),
    caption: [plainInline(`任务进度表（${signs}）`)],
    head: [
      cell([plainInline('任务')]),
      cell([plainInline('责任岗位')]),
      ...divisions.map((_, index) => centred(labels[index] ?? '')),
    ],
    rows: tasks.map((task) => {
      const marks = marksOf(task, plan.period);
      return {
        cells: [
          { ...cell(words(task.name)), header: true as const },
          cell(
            task.owner === undefined
              ? []
              : readInline(fillMarks(h('span', roleLabel(task.owner)), plan.fields, draft).children),
          ),
          ...divisions.map((division) => centred(signAt(marks, division))),
        ],
      };
    }),
  };
}

/** Divisions are narrow and all the same; the task's name takes most of the rest. */
function gridShares(divisions: number): number[] {
  const narrow = Math.min(0.077, 0.55 / Math.max(1, divisions));
  const left = 1 - narrow * divisions;
  return [left * 0.64, left * 0.36, ...Array.from({ length: divisions }, () => narrow)];
}

function chartOf(element: Element): Element | undefined {
  for (const child of childElements(element)) {
    const found = hasClass(child, 'schedule-chart') ? child : chartOf(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What the chart's axis says: ordinals, or months once the start is known. A last odd day has no room for its name. */
function divisionLabels(element: Element): string[] {
  return childElements(element).flatMap((child) =>
    hasClass(child, 'division') ? toString(child) : divisionLabels(child),
  );
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

function cell(content: Inline[]): TableCell {
  return { content };
}

function centred(text: string): TableCell {
  return { content: text === '' ? [] : [plainInline(text)], align: 'center' };
}
