import { type Plan, type PlanInput, planSchema, toPlan } from '../../../src/model/plan.ts';

/** A small valid plan; what a test is about is given over it. */
export function samplePlan(parts: Partial<PlanInput> = {}): Plan {
  const input: PlanInput = {
    title: '住宅小区物业客服部年度工作计划',
    summary: '给小区客服部主管：一年的目标、任务和检查。',
    industry: 'property',
    level: 'department',
    period: 'year',
    tags: [],
    updated: '2026-11-20',
    fields: [
      { name: 'satisfaction', label: '满意度目标', kind: 'percent', example: 85 },
      { name: 'fee-rate', label: '收费率目标', kind: 'percent', default: 80 },
      { name: 'training', label: '培训费', kind: 'money', unit: '元' },
    ],
    roles: [{ name: '客服主管' }, { name: '保洁主管' }],
    kpis: [{ name: '业主满意度', target: '≥【满意度目标】' }],
    tasks: [{ name: '每周走访', owner: '客服主管', every: 'week' }],
    risks: [],
    reviews: [{ name: '月度例会', every: 'month', by: '客服主管', to: '项目经理', what: '指标完成情况' }],
    ...parts,
  };
  return toPlan('sample', planSchema.parse(input));
}
