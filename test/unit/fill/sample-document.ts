import type { Plan } from '../../../src/model/plan.ts';
import { samplePlan } from '../components/sample-plan.ts';

/** A plan with all its parts, small. */
export const fullPlan: Plan = samplePlan({
  kpis: [
    {
      name: '业主满意度',
      baseline: '无',
      target: '≥【满意度目标】',
      weight: 60,
      source: '问卷',
      cycle: 'half-year',
      owner: '客服主管',
    },
    { name: '收费率', target: '≥【收费率目标】', weight: 40, source: '台账', cycle: 'month', owner: '客服主管' },
  ],
  tasks: [
    { name: '每周走访', owner: '客服主管', every: 'week', measure: '逐栋走', standard: '有记录' },
    { name: '编订规程', owner: '客服主管', with: ['保洁主管'], due: '+3m', standard: '签发' },
    { name: '满意度测评', owner: '保洁主管', start: '+4m', due: '+6m', standard: '两次平均' },
  ],
  budget: {
    unit: '元',
    lines: [
      { item: '培训', amount: '【培训费】', basis: '外聘讲师', when: '三月' },
      { item: '印刷', amount: 1200, basis: '问卷', when: '五月' },
    ],
  },
  risks: [
    { risk: '收费落后', likelihood: 'high', impact: 'medium', signal: '过半未收', response: '上门', owner: '客服主管' },
  ],
  reviews: [
    { name: '月度例会', every: 'month', by: '客服主管', to: '项目经理', what: '指标完成情况' },
    { name: '半年调整', due: '+6m', by: '客服主管', to: '项目经理', what: '找差距' },
  ],
});
