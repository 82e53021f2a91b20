import { expect, test } from 'vitest';
import { charactersIn, comparisonOf } from '../../../src/components/plan/comparison.ts';
import { samplePlan } from './sample-plan.ts';

test('a plan in the words of the comparison', () => {
  const plan = samplePlan({
    kpis: [{ name: '业主满意度', target: '≥【满意度目标】', weight: 100 }],
    tasks: [
      { name: '走访', owner: '客服主管', every: 'week' },
      { name: '测评', due: '+6m' },
    ],
  });
  expect(comparisonOf(plan, '一、目标', '物业', '~pages~')).toMatchObject({
    slug: 'sample',
    facts: { 行业: '物业', 周期: '年度', 层级: '部门', 任务: '2 项', 预算: '无' },
    pages: '~pages~',
    rhythms: { 每周: 1, 每月: 1, 一次性: 1 },
    kpis: [{ name: '业主满意度', detail: '≥【满意度目标】% · 权重 100%' }],
    tasks: [
      { name: '走访', detail: '每周 · 客服主管' },
      { name: '测评', detail: '第6个月末' },
    ],
    blanks: ['满意度目标', '收费率目标', '培训费'],
  });
});

test.each([
  ['客户服务', 4],
  ['客户 service 4S', 4],
  ['<Kpis />\n\n文字', 2],
  ['{/* 注释 */}文[链接](https://example.cn/a)', 3],
  ['', 0],
])('%j has %i characters and words', (body, count) => {
  expect(charactersIn(body)).toBe(count);
});
