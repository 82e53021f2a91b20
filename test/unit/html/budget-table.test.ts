import { toString } from 'hast-util-to-string';
import { expect, test } from 'vitest';
import { cells, withClass } from '../components/cells.ts';
import { samplePlan } from '../components/sample-plan.ts';
import { entryDocument } from '../../../src/document/entry-document.ts';
import { tableOf } from './plan-html.ts';

const line = (item: string, amount: number | string) => ({ item, amount });
const costs = [
  { name: 'gifts', label: '礼品费', kind: 'money' as const, unit: '元', default: 1200.5 },
  { name: 'training', label: '培训费', kind: 'money' as const, unit: '元' },
  { name: 'hall', label: '大厅改造', kind: 'money' as const, unit: '万元', default: 22 },
  { name: 'hands', label: '人手', kind: 'integer' as const, unit: '人', default: 3 },
];

test.each([
  ['numbers', [line('印刷', 0.1), line('会务', 0.2)], '0.3'],
  ['cents', [line('一', 3200.3), line('二', 1200.3), line('三', 960.3), line('四', 840.3)], '6201.2'],
  ['cents that come to a whole number', [line('一', 0.5), line('二', 1.5)], '2.0'],
  ['a default', [line('印刷', 300), line('礼品', '【礼品费】')], '1500.5'],
  ['an open field', [line('印刷', 300), line('培训', '【培训费】')], '合计'],
  ['another unit of money', [line('印刷', 300), line('大厅', '【大厅改造】')], '220300'],
  ['a unit that is no money', [line('印刷', 300), line('人手', '【人手】')], '合计'],
  ['lines of which one adds up the others', [line('印刷', 300), line('小计（一）', 300), line('会务', 5)], '305'],
])('sum of %s', (_, lines, sum) => {
  const table = tableOf(samplePlan({ fields: costs, budget: { unit: '元', lines } }), 'budget');
  expect(cells(table).at(-1)).toEqual(['合计', sum]);
});

test('adds up the lines below them, without the dust of binary fractions', () => {
  const budget = { unit: '元', lines: [line('印刷', 0.1), line('会务', 0.2)] };
  const table = tableOf(samplePlan({ budget }), 'budget');
  expect(cells(table)).toEqual([
    ['项目', '金额（元）'],
    ['印刷', '0.1'],
    ['会务', '0.2'],
    ['合计', '0.3'],
  ]);
});

test('leaves the sum blank while a line is open', () => {
  const budget = { unit: '元', lines: [line('印刷', 300), line('培训', '【培训费】')] };
  const table = tableOf(samplePlan({ fields: costs, budget }), 'budget');
  const blanks = withClass(table, 'blank');
  expect(blanks.map((blank) => toString(blank))).toEqual(['培训费', '合计']);
});

test('takes a given total as it is', () => {
  const table = tableOf(samplePlan({ budget: { unit: '元', total: 500, lines: [line('印刷', 300)] } }), 'budget');
  expect(cells(table).at(-1)).toEqual(['合计', '500']);
});

test('keeps the unit of a field that is not the budget’s', () => {
  const budget = { unit: '元', lines: [line('大厅', '【大厅改造】')] };
  const table = tableOf(samplePlan({ fields: costs, budget }), 'budget');
  expect(cells(table)[1]).toEqual(['大厅', '22万元']);
});

test('is no table for a plan without budget', () => {
  expect(entryDocument(samplePlan(), '').tables.budget).toBeUndefined();
});
