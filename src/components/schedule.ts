import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { fillMarks } from '../fill/fill-marks.ts';
import { type Filling, nothingFilled } from '../document/filling.ts';
import { inlineText } from '../markdown/inline-text.ts';
import { h } from '../model/element.ts';
import { periodTitles } from '../model/period-words.ts';
import type { Plan } from '../model/plan.ts';
import type { Task } from '../model/sections.ts';
import { roleLabel } from '../document/role-label.ts';
import { axisOf } from '../document/schedule-axis.ts';
import { scheduleChart } from './schedule-chart.ts';
import { type ScheduleRow, scheduleRows, splitRows } from './schedule-rows.ts';
import { scheduleStrings as strings } from '../document/schedule-strings.zh.ts';
import { timeLabel } from '../document/time-label.ts';

/**
 * The plan's tasks over its period: one chart, or as many as its pages need, each described in words, and on screen a
 * list that says the same. What a writer has filled in stands in it: lines of a drawing do not wrap by themselves, so a
 * chart cannot be filled afterwards.
 */
export function schedule(plan: Plan, filling: Filling = nothingFilled): Element {
  const charts = splitRows(scheduleRows(plan, filling));
  const filled = { plan, filling };
  return h('div', { className: ['schedule'] }, [
    ...charts.map((rows, index) => figure(filled, rows, index, charts.length)),
    h('details', { dataScreenOnly: '' }, [
      h('summary', strings.asText),
      h(
        'ol',
        plan.tasks.map((task) => taskText('li', task, filled)),
      ),
    ]),
  ]);
}

/**
 * A schedule below a heading that says what its caption says: the caption of a sole chart is left to the screen. The mark
 * on the schedule keeps it so when the chart is drawn again.
 */
export function titledSchedule(drawn: Element): Element {
  const figures = drawn.children.filter((child) => child.type === 'element' && child.tagName === 'figure');
  const properties = { ...drawn.properties, dataTitled: '' };
  if (figures.length !== 1) return { ...drawn, properties };
  return {
    ...drawn,
    properties,
    children: drawn.children.map((child) => (child.type === 'element' ? uncaptioned(child) : child)),
  };
}

function uncaptioned(element: Element): Element {
  const children = element.children.map((child) =>
    child.type === 'element' && child.tagName === 'figcaption'
      ? { ...child, properties: { ...child.properties, dataScreenOnly: '' } }
      : child,
  );
  return { ...element, children };
}

interface FilledPlan {
  readonly plan: Plan;
  readonly filling: Filling;
}

function figure(filled: FilledPlan, rows: readonly ScheduleRow[], index: number, parts: number): Element {
  const { plan, filling } = filled;
  const caption = parts === 1 ? strings.caption : strings.part(index + 1, parts);
  const title = `${caption}：${strings.period(periodTitles[plan.period], rows.length)}`;
  const tasks = rows.flatMap(({ ordinal }) => plan.tasks[ordinal - 1] ?? []);
  const description = tasks.map((task) => toString(taskText('span', task, filled))).join('；');
  return h('figure', [
    h('figcaption', caption),
    scheduleChart(rows, axisOf(plan, filling), {
      id: `schedule-${index + 1}`,
      title,
      description: `${description}。`,
    }),
  ]);
}

/** `签订外包合同：第2个月初至第3个月末（部门主管）` */
function taskText(tagName: string, task: Task, { plan, filling }: FilledPlan): Element {
  const owner = roleLabel(task.owner);
  const words = h(tagName, [
    inlineText(task.name, plan.fields, filling),
    '：',
    ...timeLabel(task),
    ...(owner.length === 0 ? [] : ['（', ...owner, '）']),
  ]);
  return fillMarks(words, plan.fields, filling);
}
