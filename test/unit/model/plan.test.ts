import { describe, expect, test } from 'vitest';
import {
  type PlanInput,
  fieldByLabel,
  levelSchema,
  levelTitles,
  planSchema,
  toPlan,
  toPlanFields,
} from '../../../src/model/plan.ts';
import {
  periodMonths,
  periodSchema,
  periodTitles,
  rhythmSchema,
  rhythmTitles,
} from '../../../src/model/time/period.ts';
import { baseFields, fieldSchema } from '../../../src/model/field.ts';

const input: PlanInput = {
  title: '客服季度计划',
  summary: '给一线客服员用的最小计划，检查用例。',
  industry: 'property',
  level: 'personal',
  period: 'quarter',
  tags: [],
  updated: '2026-11-20',
  fields: [],
  roles: [{ name: '客服员' }],
  kpis: [{ name: '满意度', target: '≥95%' }],
  tasks: [{ name: '回访' }],
  risks: [],
  reviews: [{ name: '总结', by: '客服员', to: '主管', what: '完成情况' }],
};

describe('planSchema', () => {
  test('takes the smallest plan', () => {
    expect(planSchema.safeParse(input).error).toBeUndefined();
  });

  test.each([
    ['an unknown key', { colour: 'red' }],
    ['a blank in the title', { title: '【年度】计划' }],
    ['a title of spaces', { title: '   ' }],
    ['a short summary', { summary: '太短' }],
    ['no roles', { roles: [] }],
    ['no tasks', { tasks: [] }],
    ['a target that is no target', { kpis: [{ name: '满意度', target: '很高' }] }],
    ['a baseline that is none', { kpis: [{ name: '满意度', target: '≥95%', baseline: '不错' }] }],
    ['a due date that is no offset', { tasks: [{ name: '回访', due: '4周' }] }],
    ['a weight of nought', { kpis: [{ name: '满意度', target: '≥95%', weight: 0 }] }],
    ['an amount in words', { budget: { unit: '元', lines: [{ item: '物料', amount: '一百' }] } }],
    ['a budget without lines', { budget: { unit: '元', lines: [] } }],
    ['a risk without response', { risks: [{ risk: '缺人', likelihood: 'low', impact: 'low' }] }],
    ['an unknown grade', { risks: [{ risk: '缺人', likelihood: 'none', impact: 'low', response: '补人' }] }],
    ['a reason of two characters', { ignore: [{ rule: 'kpi-unit', reason: '不用' }] }],
  ])('refuses %s', (_, change) => {
    expect(planSchema.safeParse({ ...input, ...change }).success).toBe(false);
  });

  test.each([7, '7', '13a'])('reads chapter %s as text', (chapter) => {
    expect(planSchema.parse({ ...input, source: { chapter } }).source?.chapter).toBe(String(chapter));
  });

  test.each(['无', '92%', '【上期】', '-3%'])('takes the baseline %s', (baseline) => {
    expect(planSchema.safeParse({ ...input, kpis: [{ name: '满意度', target: '≥95%', baseline }] }).success).toBe(true);
  });
});

describe('toPlan', () => {
  test('puts the base fields first', () => {
    expect(toPlan('a', planSchema.parse(input)).fields).toEqual(baseFields);
  });

  test('makes a heading of unit, year and title', () => {
    expect(toPlan('a', planSchema.parse(input)).heading).toBe('【单位名称】【年度】年客服季度计划');
    expect(toPlan('a', planSchema.parse({ ...input, heading: '【年度】计划' })).heading).toBe('【年度】计划');
  });

  test('a base field that is declared again stands once, as declared', () => {
    const own = fieldSchema.parse({ name: 'start', label: '起始日期', kind: 'date', example: '2027-04-01' });
    const fields = toPlanFields([own]);
    expect(fields.filter(({ name }) => name === 'start')).toEqual([own]);
    expect(fields).toHaveLength(baseFields.length);
    expect(fieldByLabel({ fields }, '起始日期')).toBe(own);
    expect(fieldByLabel({ fields }, '没有')).toBeUndefined();
  });
});

test('every level, period and rhythm has a title', () => {
  expect(Object.keys(levelTitles).sort()).toEqual([...levelSchema.options].sort());
  expect(Object.keys(periodTitles).sort()).toEqual([...periodSchema.options].sort());
  expect(Object.keys(periodMonths).sort()).toEqual([...periodSchema.options].sort());
  expect(Object.keys(rhythmTitles).sort()).toEqual([...rhythmSchema.options].sort());
});
