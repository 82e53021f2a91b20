import { budgetTable, taskTable } from '../../../src/components/plan-tables.ts';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { fillDocument } from '../../../src/components/fill-document.ts';
import { schedule } from '../../../src/components/schedule.ts';
import { samplePlan } from './sample-plan.ts';

const plan = samplePlan({
  tasks: [
    { name: '走访【年度】年重点户', owner: '客服主管', start: '+1m', due: '+3m', standard: '逐户有记录、有回访' },
  ],
  budget: {
    unit: '元',
    lines: [
      { item: '培训', amount: '【培训费】' },
      { item: '印刷', amount: 300 },
    ],
  },
});
const page = (): string => toHtml(h('main', [taskTable(plan), schedule(plan), budgetTable(plan)]));
const filling = { values: { year: 2027, start: '2027-01-01', training: 1200 }, people: { 客服主管: '王小明' } };

test('a filled document is as if it had been made with the answers', () => {
  const tree = fromHtml(page(), { fragment: true });
  const html = toHtml(fillDocument(tree, plan, filling));
  expect(html).toContain(toHtml(schedule(plan, filling)));
  expect(html).not.toMatch(/class="blank"|【/);
  expect(html).toContain('>1500</span>');
  expect(toHtml(tree)).toBe(page());
});

test('columns suit the new content', () => {
  const widths = (html: string): string[] => html.match(/<col [^>]*>/g) ?? [];
  const before = page();
  const after = toHtml(fillDocument(fromHtml(before, { fragment: true }), plan, filling));
  expect(widths(after)).toHaveLength(widths(before).length);
  expect(widths(after)).not.toEqual(widths(before));
});

test('without answers a document stays as it is', () => {
  const tree = fromHtml(page(), { fragment: true });
  const same = fillDocument(tree, plan, { values: {}, people: {} });
  expect(toHtml(same)).toBe(page());
  expect(toString(same)).toBe(toString(tree));
});
