import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FitOrder, largerTypes, leftOutWords, moreWords, reductions } from '../../../src/model/template/fit.ts';

const tasks = { name: 'tasks', title: '任务', counter: '项', least: 2 };
const risks = { name: 'risks', title: '风险', counter: '项', least: 1 };
const measure = { list: 'tasks', column: 'measure', title: '措施' };
const signal = { list: 'risks', column: 'signal', title: '预警信号' };

const order: FitOrder = {
  details: [measure, signal],
  lists: [tasks, risks],
  type: { most: 9.5, usual: 9, least: 8.5 },
};

test('details go first, then the type shrinks, then rows of the list with most to give go', () => {
  expect(reductions(order, { tasks: 4, risks: 2 })).toEqual([
    { details: 0, rows: {}, type: 9 },
    { details: 1, rows: {}, type: 9 },
    { details: 2, rows: {}, type: 9 },
    { details: 2, rows: {}, type: 8.75 },
    { details: 2, rows: {}, type: 8.5 },
    { details: 2, rows: { tasks: 3 }, type: 8.5 },
    { details: 2, rows: { tasks: 2 }, type: 8.5 },
    { details: 2, rows: { tasks: 2, risks: 1 }, type: 8.5 },
  ]);
  expect(largerTypes(order)).toEqual([9.5, 9.25]);
});

test('no list falls below its least, and every step gives up one thing more', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(20), (taskCount, riskCount) => {
      const steps = reductions(order, { tasks: taskCount, risks: riskCount });
      for (const { rows, type } of steps) {
        expect(rows['tasks'] ?? taskCount).toBeGreaterThanOrEqual(Math.min(taskCount, tasks.least));
        expect(rows['risks'] ?? riskCount).toBeGreaterThanOrEqual(Math.min(riskCount, risks.least));
        expect(type).toBeGreaterThanOrEqual(order.type.least);
        if (Object.keys(rows).length > 0) expect(type).toBe(order.type.least);
      }
      const spare = Math.max(0, taskCount - tasks.least) + Math.max(0, riskCount - risks.least);
      expect(steps).toHaveLength(1 + order.details.length + spare + 2);
    }),
  );
});

test('a list that the document does not have costs no step', () => {
  expect(reductions(order, { tasks: 3 }).filter(({ rows }) => 'risks' in rows)).toEqual([]);
});

test('the page says list by list what it leaves out', () => {
  expect(leftOutWords(order, { details: [signal, measure], rows: { tasks: 3 } })).toBe(
    '本页从略：任务的措施；任务另 3 项；风险的预警信号。全文见会议稿。',
  );
  expect(leftOutWords(order, { details: [], rows: {} })).toBe('');
  expect(moreWords(tasks, 3)).toBe('另 3 项');
});

test('the page names what the template never shows, sections by their headings', () => {
  const absent = [
    { name: 'budget', title: '预算' },
    { name: 'reviews', title: '检查' },
    { name: 'prose', title: '正文的' },
  ];
  const had = { budget: [], prose: ['重点措施', '保障'] };
  expect(leftOutWords({ ...order, absent }, { details: [measure], rows: {}, absent: had })).toBe(
    '本页从略：任务的措施；预算；正文的“重点措施”“保障”。全文见会议稿。',
  );
});
