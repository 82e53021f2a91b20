import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { fit, wrapLabel } from '../../../src/html/label-wrap.ts';
import { x } from '../../../src/html/schedule-chart.ts';
import { axisOf } from '../../../src/document/time/schedule-axis.ts';
import { divisionsOf, marksOf } from '../../../src/model/time/schedule-marks.ts';
import { chart, scheduleRows, splitRows } from '../../../src/html/schedule-rows.ts';
import { textWidth } from '../../../src/markdown/text-measure.ts';
import { elements, withClass } from '../components/cells.ts';
import { scheduleTasks } from '../../../src/document/time/schedule-tasks.ts';
import { parseDate } from '../../../src/model/time/offset.ts';
import type { Plan } from '../../../src/model/plan.ts';
import type { Filling } from '../../../src/document/filling.ts';
import { samplePlan } from '../components/sample-plan.ts';
import { filledDocument, schedule } from './plan-html.ts';

function rowsOf(plan: Plan, filling?: Filling) {
  const document = filledDocument(plan, '', filling);
  return scheduleRows(scheduleTasks(document), document.fields);
}

describe('marksOf', () => {
  test('start and due make a span', () => {
    expect(marksOf({ start: '+3m', due: '+9m' }, 'year')).toEqual({ kind: 'span', from: 0.25, to: 0.75 });
  });

  test.each([
    [{ due: '+6m' }, 0.5],
    [{ start: '+6m', due: '+6m' }, 0.5],
    [{ due: '+12m' }, 1],
    [{ due: '+0d' }, 0],
  ])('one date %j makes a moment at %d', (task, at) => {
    expect(marksOf(task, 'year')).toEqual({ kind: 'moment', at });
  });

  test('a start alone goes on to the end', () => {
    expect(marksOf({ start: '+6m' }, 'year')).toEqual({ kind: 'span', from: 0.5, to: 1 });
  });

  test.each([
    ['month', 'year', 1, 12],
    ['quarter', 'year', 1, 4],
    ['half-year', 'year', 1, 2],
    ['week', 'quarter', 1, 13],
    ['half-month', 'month', 1, 2],
    ['month', 'year', 3, 36],
    ['day', 'week', 1, 7],
    ['year', 'quarter', 1, 1],
  ] as const)('every %s of a %s, %d times each, makes %d ticks', (every, period, times, count) => {
    const marks = marksOf({ every, times }, period);
    expect(marks.kind === 'rhythm' && marks.at).toHaveLength(count);
  });

  test('a tick stands in the middle of its month, within start and due', () => {
    const marks = marksOf({ every: 'month', start: '+6m', due: '+8m' }, 'year');
    expect(marks.kind === 'rhythm' && marks.at.map((at) => at * 12)).toEqual([
      expect.closeTo(6.5),
      expect.closeTo(7.5),
    ]);
  });
});

test.each([
  ['year', 12, '+11m'],
  ['half-year', 6, '+5m'],
  ['quarter', 14, '+13w'],
  ['month', 5, '+4w'],
  ['week', 7, '+6d'],
] as const)('a %s has %d divisions, the last from %s to the end', (period, count, last) => {
  const divisions = divisionsOf(period);
  expect(divisions).toHaveLength(count);
  expect(divisions.at(-1)).toMatchObject({ offset: last, to: 1 });
});

describe('schedule', () => {
  const tasks = [
    { name: '每周走访', owner: '客服主管', every: 'week' as const },
    { name: '满意度调查', owner: '客服主管', start: '+3m', due: '+6m' },
    { name: '年终总结', due: '+12m' },
  ];
  const [svg] = elements(schedule(samplePlan({ tasks })), 'svg');

  test('draws bar, ticks and diamond at their places', () => {
    const [bar] = svg ? withClass(svg, 'bar') : [];
    expect(bar?.properties).toMatchObject({ x: x(0.25), width: x(0.5) - x(0.25) });
    const [ticks] = svg ? withClass(svg, 'tick') : [];
    expect(String(ticks?.properties['d']).split('M').slice(1)).toHaveLength(52);
    const [diamond] = svg ? withClass(svg, 'diamond') : [];
    // At the very end of the year, yet whole within the chart.
    expect(String(diamond?.properties['d'])).toMatch(/^M464 /);
  });

  test.each([
    ['year', undefined, '月次', ['1', '2', '12']],
    ['year', '2027-01-01', '2027年', ['1月', '2月', '12月']],
    ['year', '2027-07-01', '2027年起', ['7月', '8月', '6月']],
    ['year', '2027-01-15', '2027年', ['1.15', '2.15', '12.15']],
    ['month', '2027-03-01', '2027年', ['3.1', '3.8', '3.29']],
  ] as const)('counts the divisions of a %s from %s: %s %j', (period, start, title, [first, second, last]) => {
    const axis = axisOf(period, start === undefined ? undefined : parseDate(start));
    expect(axis.title).toBe(title);
    expect([axis.divisions[0]?.label, axis.divisions[1]?.label, axis.divisions.at(-1)?.label]).toEqual([
      first,
      second,
      last,
    ]);
  });

  test('is drawn with values, people and dates', () => {
    const plan = samplePlan({
      fields: [{ name: 'homes', label: '在管户数', kind: 'integer', unit: '户' }],
      tasks: [{ name: '走访【在管户数】', owner: '客服主管', start: '+0m', due: '+2m' }],
    });
    const filling = { values: { homes: 1286, start: '2027-01-01' }, people: { 客服主管: '王小明' } };
    const [drawn] = elements(schedule(plan, filling), 'svg');
    const words = drawn ? elements(drawn, 'text').map((text) => toString(text)) : [];
    expect(words).toEqual(expect.arrayContaining(['走访1286户', '客服主管（王小明）', '2027年', '12月']));
    expect(drawn && toString(drawn)).toContain('走访1286户：2027年1月1日至2月28日（客服主管（王小明））。');
  });

  test('gives a long name a line of its own, no wider than its column', () => {
    const plan = samplePlan({ tasks: [{ name: '走访', owner: '客服主管', every: 'week' }] });
    const [row] = rowsOf(plan, { values: {}, people: { 客服主管: '欧阳静怡与上官明月' } });
    expect(row?.owner).toEqual(['客服主管', '（欧阳静怡与上官…']);
  });

  test('says every task, time and post in words, in the chart and beside it', () => {
    const words = [
      '每周走访：每周（客服主管）',
      '满意度调查：第4个月初至第6个月末（客服主管）',
      '年终总结：第12个月末',
    ];
    const description = svg && elements(svg, 'desc')[0];
    expect(description && toString(description)).toBe(`${words.join('；')}。`);
    expect(elements(schedule(samplePlan({ tasks })), 'li').map((item) => toString(item))).toEqual(words);
  });

  test('names itself by ids that are in it, and needs no style of its own', () => {
    const html = svg ? toHtml(svg) : '';
    expect(html).toContain('aria-labelledby="schedule-1-title"');
    expect(html).toContain('<title id="schedule-1-title">任务进度图：年度计划，共3项任务。</title>');
    expect(html).not.toContain('style=');
  });

  test('draws a rhythm too dense for ticks as a dotted line', () => {
    const figure = schedule(samplePlan({ tasks: [{ name: '晨检', every: 'day' }] }));
    expect(withClass(figure, 'tick')).toHaveLength(1); // the legend's sample
    expect(withClass(figure, 'dots')).toHaveLength(1);
  });
});

test.each([1, 20, 36, 37, 50, 120])('%d tasks all stand in charts that fit a page', (count) => {
  const tasks = Array.from({ length: count }, (_, index) => ({ name: `任务${index + 1}`, due: '+1m' }));
  const charts = splitRows(rowsOf(samplePlan({ tasks })));
  expect(charts.flat().map(({ ordinal }) => ordinal)).toEqual(tasks.map((_, index) => index + 1));
  for (const rows of charts) {
    expect(rows.reduce((sum, row) => sum + row.height, 0)).toBeLessThanOrEqual(chart.maxRowsHeight);
  }
  expect(charts).toHaveLength(Math.ceil((count * 14) / chart.maxRowsHeight));
});

describe('wrapLabel', () => {
  test.each([
    ['满意度调查', ['满意度调查']],
    ['客户满意度调查与回访', ['客户满意度调', '查与回访']],
    ['开展业主满意，再调查', ['开展业主满', '意，再调查']],
    ['参加节日活（动）', ['参加节日活', '（动）']],
    ['使用ECS系统自助终端', ['使用ECS系', '统自助终端']],
    ['小区秩序维护与消防检查专项行动', ['小区秩序维护', '与消防检查…']],
  ])('%s', (label, lines) => {
    expect(wrapLabel(label, 6, 2)).toEqual(lines);
  });

  test('no line is wider than asked', () => {
    for (const line of wrapLabel('A'.repeat(200), 6, 2)) expect(textWidth(line)).toBeLessThanOrEqual(6);
    expect(fit('短', 6)).toBe('短');
  });
});
