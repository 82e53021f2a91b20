import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { firstDay } from '../document/filling.ts';
import { axisOf } from '../document/time/schedule-axis.ts';
import { scheduleStrings as strings } from '../document/time/schedule-strings.zh.ts';
import { type ScheduleTask, scheduleTasks } from '../document/time/schedule-tasks.ts';
import type { PlanDocument } from '../document/schema.ts';
import { h } from '../model/element.ts';
import { periodTitles } from '../model/time/period-words.ts';
import { type InlineContext, inlineElements } from './inline-elements.ts';
import { scheduleChart } from './schedule-chart.ts';
import { type ScheduleRow, scheduleRows, splitRows } from './schedule-rows.ts';
import { timeElements } from './time-elements.ts';

/**
 * A document's tasks over the plan's period: one chart, or as many as its pages need, each described in words, and on screen a
 * list that says the same. Undefined where no task has a place on it.
 */
export function schedule(document: PlanDocument, context: InlineContext): Element | undefined {
  const tasks = scheduleTasks(document);
  if (tasks.length === 0) return undefined;
  const words = tasks.map((task) => taskWords(task, document, context));
  const charts = splitRows(scheduleRows(tasks, document.fields));
  return h('div', { className: ['schedule'] }, [
    ...charts.map((rows, index) => figure(document, rows, words, { index, of: charts.length })),
    h('details', { dataScreenOnly: '' }, [
      h('summary', strings.asText),
      h(
        'ol',
        words.map((task) => h('li', task)),
      ),
    ]),
  ]);
}

/** A schedule below a heading that says what its caption says: the caption of a sole chart is left to the screen. */
export function titledSchedule(drawn: Element): Element {
  const figures = drawn.children.filter((child) => child.type === 'element' && child.tagName === 'figure');
  if (figures.length !== 1) return drawn;
  return { ...drawn, children: drawn.children.map((child) => (child.type === 'element' ? uncaptioned(child) : child)) };
}

function uncaptioned(element: Element): Element {
  const children = element.children.map((child) =>
    child.type === 'element' && child.tagName === 'figcaption'
      ? { ...child, properties: { ...child.properties, dataScreenOnly: '' } }
      : child,
  );
  return { ...element, children };
}

type Words = Element['children'];

/** @param words of every task of the document */
function figure(
  document: PlanDocument,
  rows: readonly ScheduleRow[],
  words: readonly Words[],
  { index, of }: { readonly index: number; readonly of: number },
): Element {
  const caption = of === 1 ? strings.caption : strings.part(index + 1, of);
  const title = `${caption}：${strings.period(periodTitles[document.period], rows.length)}`;
  const description = rows.map(({ ordinal }) => toString(h('span', words[ordinal - 1] ?? []))).join('；');
  return h('figure', [
    h('figcaption', caption),
    scheduleChart(rows, axisOf(document.period, firstDay(document)), {
      id: `schedule-${index + 1}`,
      title,
      description: `${description}。`,
    }),
  ]);
}

/** `签订外包合同：第2个月初至第3个月末（部门主管）` */
function taskWords({ name, owner, timing }: ScheduleTask, document: PlanDocument, context: InlineContext): Words {
  const owners = inlineElements(owner, context);
  const text = (value: string): Words[number] => ({ type: 'text', value });
  return [
    ...inlineElements(name, context),
    text('：'),
    ...timeElements(timing, firstDay(document)),
    ...(owners.length === 0 ? [] : [text('（'), ...owners, text('）')]),
  ];
}
