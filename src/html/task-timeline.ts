import type { Element } from 'hast';
import { firstDay } from '../document/filling.ts';
import { axisOf } from '../document/time/schedule-axis.ts';
import { scheduleStrings as strings } from '../document/time/schedule-strings.zh.ts';
import { scheduleTasks } from '../document/time/schedule-tasks.ts';
import type { PlanDocument } from '../document/schema.ts';
import { textWidth } from '../markdown/text-measure.ts';
import { childElements, h } from '../model/element.ts';
import type { Marks } from '../model/time/schedule-marks.ts';
import { drawMarks, round } from './schedule-drawing.ts';

/** Measures of the column in points; labels are set in `size`. */
const timeline = { width: 170, height: 9, size: 8, room: 2 } as const;

/**
 * The table of a document's tasks with a last column that shows when each is done: over all rows one time axis, in each row its
 * bar, ticks or diamond. A row whose time cannot be told has an empty place.
 * @param table as it is set without the column
 */
export function withTimeline(table: Element, document: PlanDocument): Element {
  const { period, tables } = document;
  const axis = axisOf(period, firstDay(document));
  const head = h('th', { scope: 'col', className: ['col-timeline'] }, [
    h('span', { className: ['axis-title'] }, `${strings.progress}（${axis.title}）`),
    h('span', { className: ['axis'] }, axisLabels(axis.divisions)),
  ]);
  const marks = new Map(scheduleTasks(document).map((task) => [task.row, task.marks]));
  const lines = axis.divisions.slice(1).map(({ from }) => round(from * 100));
  const cells = tables.tasks.rows.map(({ id }) =>
    h('td', { className: ['col-timeline'] }, [gridLines(lines), ...rowMarks(marks.get(id))]),
  );
  const withCells = (part: Element, last: readonly Element[]): Element => ({
    ...part,
    children: childElements(part).map((row, at) => ({
      ...row,
      children: [...row.children, ...last.slice(at, at + 1)],
    })),
  });
  const children = childElements(table).map((part) => {
    if (part.tagName === 'thead') return withCells(part, [head]);
    return part.tagName === 'tbody' ? withCells(part, cells) : part;
  });
  return { ...table, children };
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
