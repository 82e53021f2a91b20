import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { childElements, hasClass } from '../fill/block-text.ts';
import { type Filling, nothingFilled } from '../document/filling.ts';
import { inlineContent } from '../markdown/blank-element.ts';
import { textWidth } from '../markdown/text-measure.ts';
import { h } from '../model/element.ts';
import type { Plan } from '../model/plan.ts';
import { type Marks, marksOf } from '../model/schedule-marks.ts';
import { axisOf } from '../document/schedule-axis.ts';
import { drawMarks, round } from './schedule-drawing.ts';
import { scheduleStrings as strings } from '../document/schedule-strings.zh.ts';

/** Measures of the column in points; labels are set in `size`. */
const timeline = { width: 170, height: 9, size: 8, room: 2 } as const;

/** What distinguishes a table with a timeline from one without. */
const mark = 'dataTimeline';

/** Whether a table has a timeline, which is drawn anew when the plan is filled. */
export function hasTimeline({ properties }: Element): boolean {
  return properties[mark] !== undefined;
}

/**
 * A task table with a last column that shows when each task is done: over all rows one time axis, in each row its bar,
 * ticks or diamond. A timeline that the table has already is replaced. A row whose task the plan does not know, or whose
 * time cannot be told, has an empty place.
 */
export function withTimeline(table: Element, plan: Plan, filling: Filling = nothingFilled): Element {
  const axis = axisOf(plan, filling);
  const head = h('th', { scope: 'col', className: ['col-timeline'] }, [
    h('span', { className: ['axis-title'] }, `${strings.progress}（${axis.title}）`),
    h('span', { className: ['axis'] }, axisLabels(axis.divisions)),
  ]);
  const marks = marksByRow(table, plan, filling);
  const lines = axis.divisions.slice(1).map(({ from }) => round(from * 100));
  const cell = (row: Element): Element =>
    h('td', { className: ['col-timeline'] }, [gridLines(lines), ...rowMarks(marks.get(row))]);
  const withCell = (row: Element, last: Element): Element => ({
    ...row,
    children: [...childElements(row).filter((child) => !hasClass(child, 'col-timeline')), last],
  });
  const children = childElements(table).map((part): Element => {
    if (part.tagName === 'thead') return { ...part, children: childElements(part).map((row) => withCell(row, head)) };
    if (part.tagName !== 'tbody') return part;
    return { ...part, children: childElements(part).map((row) => withCell(row, cell(row))) };
  });
  return { ...table, properties: { ...table.properties, [mark]: '' }, children };
}

/** Names of divisions; where one has no room for its name, several share that of the first. */
function axisLabels(divisions: readonly { readonly label: string; readonly from: number; readonly to: number }[]) {
  const [first] = divisions;
  const width = (first === undefined ? 1 : first.to - first.from) * timeline.width;
  const widest = Math.max(...divisions.map(({ label }) => textWidth(label))) * timeline.size + timeline.room;
  const step = Math.max(1, Math.ceil(widest / width));
  const groups = divisions.filter((_, index) => index % step === 0);
  return groups.map(({ label, from }, index) => {
    const to = groups[index + 1]?.from ?? 1;
    const fits = (to - from) * timeline.width >= textWidth(label) * timeline.size;
    return h('span', { style: `width:${round((to - from) * 100)}%` }, fits ? label : '');
  });
}

/** The marks of each row whose task the plan knows: tasks and rows stand in one order, but either may lack some. */
function marksByRow(table: Element, plan: Plan, filling: Filling): ReadonlyMap<Element, Marks> {
  const found = new Map<Element, Marks>();
  const names = plan.tasks.map(({ name }) => bare(toString(h('span', inlineContent(name, plan.fields, filling)))));
  let next = 0;
  for (const row of bodyRows(table)) {
    const name = childElements(row).find((cell) => hasClass(cell, 'col-name'));
    const at = names.indexOf(bare(name === undefined ? '' : toString(name)), next);
    const task = plan.tasks[at];
    if (at < 0 || task === undefined) continue;
    found.set(row, marksOf(task, plan.period));
    next = at + 1;
  }
  return found;
}

function bodyRows(table: Element): Element[] {
  return childElements(table).flatMap((part) => (part.tagName === 'tbody' ? childElements(part) : []));
}

/** Words as they are compared. */
function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** Lines between the divisions, over the whole height of the row. Times are told in words beside it. */
function gridLines(shares: readonly number[]): Element {
  const d = shares.map((share) => `M${share} 0V1`).join('');
  return h('svg', { className: ['grid'], viewBox: '0 0 100 1', preserveAspectRatio: 'none', ariaHidden: 'true' }, [
    h('path', { d }),
  ]);
}

function rowMarks(marks: Marks | undefined): Element[] {
  if (marks === undefined) return [];
  const { width, height } = timeline;
  const scale = { x: (share: number) => round(share * width), end: width };
  const drawing = drawMarks(marks, scale, height / 2);
  return [h('svg', { className: ['marks'], viewBox: `0 0 ${width} ${height}`, ariaHidden: 'true' }, [drawing])];
}
