import { describe, expect, test } from 'vitest';
import { type BudgetTerm, budgetSum } from '../../../src/model/budget-sum.ts';
import { isTotalLine, termOf, writtenAmount } from '../../../src/model/budget-term.ts';
import { type Field, fieldSchema } from '../../../src/model/field.ts';

test.each([
  ['合计', true],
  ['总计', true],
  ['合　计', true],
  ['小计（一）', true],
  ['费用合计：', true],
  ['会计培训', false],
  ['总机改造', false],
  ['小计时器', false],
])('%s adds up others: %s', (item, expected) => {
  expect(isTotalLine(item)).toBe(expected);
});

test.each([
  ['300', 300],
  ['【培训费】', '培训费'],
  ['1,200.50', { value: 1200.5, decimals: 2 }],
  ['0.2 万元', { value: 2000, decimals: 0 }],
  ['300.0', { value: 300, decimals: 1 }],
  ['待定', null],
  ['', null],
])('%j is the term %j in 元', (text, term) => {
  expect(termOf(text, '元')).toEqual(term);
});

test.each([
  ['1,200.50', { value: 1200.5, decimals: 2 }],
  ['¥300', { value: 300, decimals: 0 }],
  ['2.5 万元', { value: 25_000, decimals: 0 }],
  ['二十万元', { value: 200_000, decimals: 0 }],
  ['0.12345 万元', { value: 1234.5, decimals: 1 }],
  ['300 元/人', undefined],
  ['3 人', undefined],
  ['约 300', undefined],
  ['300 以内', undefined],
  ['每人 300', undefined],
  ['', undefined],
])('%s in 元 is %j', (text, expected) => {
  expect(writtenAmount(text, '元')).toEqual(expected);
});

describe('the sum of a budget', () => {
  const money = (label: string, more: object = {}): Field =>
    fieldSchema.parse({ name: 'x', label, kind: 'money', ...more });
  const answers = new Map([
    ['培训费', { field: money('培训费'), value: '1,200.5' }],
    ['改造费', { field: money('改造费', { unit: '万元' }), value: 2.5 }],
    ['印刷费', { field: money('印刷费', { decimals: 2 }), value: 300 }],
    ['待定', { field: money('待定'), value: '面议' }],
  ]);
  const answer = (label: string) => answers.get(label);

  test.each<[BudgetTerm[], object | undefined]>([
    [[0.5, 1.5], { value: 2, decimals: 1 }],
    [['培训费', 300], { value: 1500.5, decimals: 1 }],
    [['印刷费', 300], { value: 600, decimals: 2 }],
    [['改造费', 300], { value: 25_300, decimals: 0 }],
    [['待定', 300], undefined],
    [['没有', 300], undefined],
    [[{ value: 1200.5, decimals: 2 }, 300], { value: 1500.5, decimals: 2 }],
    [[null, 300], undefined],
  ])('of %j is %j', (terms, expected) => {
    expect(budgetSum(terms, '元', answer)).toEqual(expected);
  });
});
