import { taskTable } from '../../../src/components/plan-tables.ts';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { timeLabel } from '../../../src/document/time-label.ts';
import { toString } from 'hast-util-to-string';
import { cells, withClass } from './cells.ts';
import { samplePlan } from './sample-plan.ts';

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
  const table = taskTable(samplePlan({ tasks }));
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
  expect(toString(h('td', timeLabel(timing)))).toBe(expected);
});

test('marks each offset with its edge, so that filling can put the date', () => {
  expect(toHtml(timeLabel({ start: '+1m', due: '+2m' }))).toBe(
    '<span class="whole"><span class="due whole" data-offset="+1m" data-edge="start">第2个月初</span>至</span><wbr>' +
      '<span class="due whole" data-offset="+2m" data-edge="due" data-since="+1m">第2个月末</span>',
  );
});
