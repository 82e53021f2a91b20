import type { Element } from 'hast';
import type { Axis } from '../document/time/schedule-axis.ts';
import { h } from '../model/element.ts';
import type { Marks } from '../model/time/schedule-marks.ts';
import { bar, diamond, drawMarks, round, tickPath } from './schedule-drawing.ts';
import { type ScheduleRow, chart } from './schedule-rows.ts';
import { scheduleStrings as strings } from '../document/time/schedule-strings.zh.ts';

/** Names of a chart for those who do not see it. */
export interface ChartText {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** One chart as SVG in points. Looks come from classes alone, so that paper and screen each have their own. */
export function scheduleChart(rows: readonly ScheduleRow[], axis: Axis, text: ChartText): Element {
  const bottom = rows.reduce<number>((y, row) => y + row.height, chart.axis.height);
  const height = bottom + chart.legendHeight;
  let top: number = chart.axis.height;
  const groups = rows.map((row) => {
    const group = rowGroup(row, top);
    top += row.height;
    return group;
  });
  const names = { role: 'img', ariaLabelledBy: [`${text.id}-title`], ariaDescribedBy: [`${text.id}-text`] };
  return h('svg', { viewBox: `0 0 ${chart.width} ${round(height)}`, className: ['schedule-chart'], ...names }, [
    h('title', { id: `${text.id}-title` }, text.title),
    h('desc', { id: `${text.id}-text` }, text.description),
    axisGroup(axis, bottom),
    ...groups,
    h('path', { className: ['edge'], d: `M0 ${round(bottom)}H${chart.width}` }),
    legend(rows, bottom + chart.legendHeight - 5),
  ]);
}

function axisGroup({ title, divisions }: Axis, bottom: number): Element {
  const { height } = chart.axis;
  const lines = divisions.map(({ from }) => `M${x(from)} ${height}V${round(bottom)}`);
  return h('g', { className: ['axis'] }, [
    h('path', { className: ['grid'], d: lines.join('') }),
    h('path', { className: ['edge'], d: `M0 ${height}H${chart.width}` }),
    h('text', { x: chart.name.x, y: height - 5 }, strings.task),
    h('text', { x: chart.owner.x, y: height - 5 }, strings.owner),
    h('text', { x: chart.axis.from - 5, y: height - 5, textAnchor: 'end' }, title),
    ...divisions.filter(({ from, to }) => x(to) - x(from) >= narrowest).map(divisionLabel),
  ]);
}

/** A division that is narrower, in points, has no room for its name: the odd day at the end of thirteen weeks. */
const narrowest = 10;

function divisionLabel({ label, from, to }: Axis['divisions'][number]): Element {
  const middle = round((x(from) + x(to)) / 2);
  return h('text', { className: ['division'], x: middle, y: chart.axis.height - 5, textAnchor: 'middle' }, label);
}

function rowGroup(row: ScheduleRow, top: number): Element {
  const middle = top + row.height / 2;
  return h('g', { className: ['row'], dataTask: String(row.ordinal) }, [
    h('path', { className: ['rule'], d: `M0 ${round(top + row.height)}H${chart.width}` }),
    ...lines(row.name, 'name', middle),
    ...lines(row.owner, 'owner', middle),
    drawMarks(row.marks, { x, end: chart.width }, middle),
  ]);
}

/** Lines of a label, centred about the row's middle; a baseline lies a third of the size below a line's middle. */
function lines(label: readonly string[], kind: 'name' | 'owner', middle: number): Element[] {
  const { x: left, size, leading } = chart[kind];
  const first = middle - ((label.length - 1) * leading) / 2 + size * 0.36;
  return label.map((line, index) => h('text', { className: [kind], x: left, y: round(first + index * leading) }, line));
}

function legend(rows: readonly ScheduleRow[], baseline: number): Element {
  const used = new Set(rows.map(({ marks: { kind } }) => kind));
  const middle = baseline - 2.5;
  let left: number = chart.axis.from;
  const entries = (['span', 'rhythm', 'moment'] as const).filter((kind) => used.has(kind));
  const samples: Readonly<Record<Marks['kind'], (at: number) => Element>> = {
    span: (at) => bar(at, at + 14, middle),
    rhythm: (at) => tickPath([at + 2, at + 7, at + 12], middle),
    moment: (at) => diamond(at + 7, middle),
  };
  return h(
    'g',
    { className: ['legend'] },
    entries.flatMap((kind) => {
      const at = left;
      left += 72;
      return [samples[kind](at), h('text', { x: at + 19, y: round(baseline) }, strings[kind])];
    }),
  );
}

/** Position of a share of the period on the chart, in points. */
export function x(share: number): number {
  const { from, to } = chart.axis;
  return round(from + share * (to - from));
}
