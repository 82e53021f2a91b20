import { expect, test } from 'vitest';
import { guidePoints } from '../../../../src/components/guide/guide-points.ts';
import { schemaKeys } from '../../../../src/components/guide/schema-keys.ts';
import { targetForms, targetInWords } from '../../../../src/components/guide/target-words.ts';
import { timeForms } from '../../../../src/components/guide/time-forms.ts';
import { samplePlan } from '../sample-plan.ts';

const plan = samplePlan({
  fields: [
    { name: 'start', label: '起始日期', kind: 'date', example: '2027-01-01' },
    { name: 'last', label: '上年满意度', kind: 'percent', example: 81 },
    { name: 'aim', label: '满意度目标', kind: 'percent', default: 85 },
    { name: 'cost', label: '测评费', kind: 'money', example: 3000 },
  ],
  kpis: [
    { name: '满意度', baseline: '【上年满意度】', target: '≥【满意度目标】', source: '半年问卷', cycle: 'half-year' },
  ],
  tasks: [
    { name: '写规程', owner: '主管', with: ['文员', '专员'], due: '+3m', standard: '六册签发' },
    { name: '回访', owner: '专员', every: 'week' },
  ],
  budget: { unit: '元', lines: [{ item: '测评', amount: '【测评费】', basis: '两次', when: '六月' }] },
  risks: [{ risk: '缺人', likelihood: 'low', impact: 'high', signal: '两周没满班', response: '借调', owner: '主管' }],
  reviews: [{ name: '月会', every: 'month', by: '主管', to: '经理', what: '逐项对账' }],
});

test('every point is a sentence of the plan, filled with its examples', () => {
  expect(guidePoints(plan).map(({ name, sentence }) => [name, sentence])).toEqual([
    ['target', '满意度：上期81%，本期≥85%；半年问卷，每半年统计。'],
    ['owner', '写规程：主管负责，文员、专员协办。'],
    ['time', '写规程，2027年3月31日前做完；回访，每周做。'],
    ['standard', '写规程：六册签发，才算完成。'],
    ['review', '月会：每月，主管向经理报告；逐项对账。'],
    ['budget', '测评3000元：两次，六月支出。'],
    ['risk', '缺人。看到：两周没满班；就做：借调。责任岗位：主管。'],
  ]);
});

test('a plan without budget and risks has no words for them', () => {
  const short = samplePlan({
    kpis: plan.kpis,
    tasks: plan.tasks,
    reviews: plan.reviews,
    fields: [...plan.fields],
    risks: [],
  });
  expect(guidePoints(short).map(({ name }) => name)).toEqual(['target', 'owner', 'time', 'standard', 'review']);
});

test('every target form is read', () => {
  expect(targetForms.map((form) => Object.values(targetInWords(form)))).toEqual([
    ['不低于 95', '%'],
    ['不低于 95', '分'],
    ['不高于 3', '天'],
    ['不高于 3', '天'],
    ['低于 2', '%'],
    ['正好 600', '万元'],
    ['正好 1200', '元/台'],
    ['大约 5', '%'],
    ['3 到 5 之间，两端都算', '人'],
    ['名次不高于 3', '名'],
    ['不高于 20', '秒'],
    ['不高于 5', '%'],
    ['比原来少，正好 5', '个百分点'],
    ['比原来多，不低于 10', '%'],
    ['正好 1 比 50', '不需要'],
    ['投诉数正好 0', '不需要'],
    ['做到“验收合格”', '不需要'],
    ['不低于 90；同时 投诉数正好 0', '分'],
    ['不低于 填写项“满意度目标”的数', '由填写项带出'],
  ]);
  expect(() => targetInWords('尽量高')).toThrow('尽量高 is no target');
});

test('times are shown in words and as dates', () => {
  expect(timeForms({ year: 2028, month: 1, day: 31 }).map(({ source, date }) => [source, date])).toEqual([
    ['+0d', '2028年1月31日'],
    ['+45d', '2028年3月15日'],
    ['+2w', '2028年2月13日'],
    ['+1m', '2028年2月28日'],
    ['+3m', '2028年4月29日'],
    ['+12m', '2029年1月30日'],
  ]);
});

test('keys are those of all variants, each once', () => {
  const variant = (kind: string, extra: object) => ({
    required: ['kind'],
    properties: { kind: { description: kind }, ...extra },
  });
  const schema = {
    properties: {
      fields: { items: { oneOf: [variant('短文本', {}), variant('数字', { min: { description: '最小值' } })] } },
    },
  };
  expect(schemaKeys(schema, ['fields', '[]'])).toEqual([
    { key: 'kind', required: true, description: '短文本' },
    { key: 'min', required: false, description: '最小值' },
  ]);
  expect(schemaKeys(schema, ['nothing'])).toEqual([]);
});
