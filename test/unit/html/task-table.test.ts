import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { timeElements } from '../../../src/html/time-elements.ts';
import { toString } from 'hast-util-to-string';
import { cells, withClass } from '../components/cells.ts';
import { samplePlan } from '../components/sample-plan.ts';
import { tableOf } from './plan-html.ts';

test('numbers tasks and writes posts and times', () => {
  const tasks = [
    {
      name: '满意度调查',
      measure: '入户【收费率目标】',
      owner: '客服主管',
      with: ['保洁主管', '客服主管'],
      start: '+2m',
      due: '+5m',
      standard: '回收率不低于八成',
    },
    { name: '楼道保洁', owner: '保洁主管', every: 'day' as const, times: 2 },
  ];
  const table = tableOf(samplePlan({ tasks }), 'tasks');
  expect(cells(table)).toEqual([
    ['序号', '任务', '措施', '责任岗位', '协办', '时限', '考核标准'],
    ['1', '满意度调查', '入户80%', '客服主管', '保洁主管、客服主管', '第3个月初至第5个月末', '回收率不低于八成'],
    ['2', '楼道保洁', '', '保洁主管', '', '每日2次', ''],
  ]);
  expect(withClass(table, 'role')).toHaveLength(4);
});

test.each([
  [{ due: '+2w' }, '第2周末'],
  [{ start: '+0d', due: '+45d' }, '起始日至第45天'],
  [{ start: '+1m' }, '第2个月初起'],
  [{ every: 'week' }, '每周'],
  [{ every: 'day', times: 2 }, '每日2次'],
  [{ every: 'week', due: '+6m' }, '每周，至第6个月末止'],
  [{ every: 'week', start: '+1m', due: '+6m' }, '每周，第2个月初至第6个月末'],
  [{ every: 'month', start: '+3m' }, '每月，第4个月初起'],
  [{}, ''],
] as const)('time %j reads %s', (timing, expected) => {
  expect(toString(h('td', timeElements(timing)))).toBe(expected);
});

test.each([
  [undefined, '<span class="whole">第2个月初至</span><wbr><span class="whole">第2个月末</span>'],
  [
    { year: 2027, month: 1, day: 1 },
    '<span class="whole">2027年2月1日至</span><wbr><span class="whole">2月28日</span>',
  ],
])('a time that begins on %j may break between its ends', (start, html) => {
  expect(toHtml(timeElements({ start: '+1m', due: '+2m' }, start))).toBe(html);
});

test('the mark between two posts is in one box with the post before it, which a style sheet keeps on one line', () => {
  const tasks = [{ name: '走访', every: 'week' as const, with: ['客服主管', '保洁主管'] }];
  const boxes = withClass(tableOf(samplePlan({ tasks }), 'tasks'), 'listed').map((box) => toHtml(box));
  expect(boxes).toEqual([
    expect.stringMatching(/^<span class="listed"><span class="role" data-role="客服主管">[^、]*<\/span>、<\/span>$/),
    expect.stringMatching(/^<span class="listed"><span class="role" data-role="保洁主管">[^、]*<\/span><\/span>$/),
  ]);
});
