import { toString } from 'hast-util-to-string';
import { expect, test } from 'vitest';
import { cells, elements, withClass } from '../components/cells.ts';
import { entryDocument } from '../../../src/document/entry-document.ts';
import { samplePlan } from '../components/sample-plan.ts';
import { signOff, tableOf } from './plan-html.ts';

test('sign-off names unit, author and date, and leaves lines to check and approve', () => {
  const block = signOff(samplePlan());
  expect(elements(block, 'dt').map((term) => toString(term))).toEqual(['编制单位', '编制人', '日期', '审核', '批准']);
  expect(withClass(block, 'blank').map(({ properties }) => properties['dataField'])).toEqual([
    '单位名称',
    '编制人',
    '编制日期',
  ]);
  expect(withClass(block, 'signature')).toHaveLength(2);
});

test('sign-off takes the label that a plan gives a base field', () => {
  const fields = [{ name: 'organization', label: '公司名称', kind: 'text' as const }];
  expect(withClass(signOff(samplePlan({ fields })), 'blank')[0]?.properties['dataField']).toBe('公司名称');
});

test('review table marks who reports, and to whom only if that is a post of the plan', () => {
  const review = { by: '客服主管', what: '指标完成情况' };
  const reviews = [
    { ...review, name: '周例会', every: 'week' as const, to: '保洁主管' },
    { ...review, name: '年终复盘', due: '+12m', to: '业主委员会' },
  ];
  const table = tableOf(samplePlan({ reviews }), 'reviews');
  expect(cells(table)).toEqual([
    ['名称', '频次/时间', '组织/报告人', '报告对象', '内容'],
    ['周例会', '每周', '客服主管', '保洁主管', '指标完成情况'],
    ['年终复盘', '第12个月末', '客服主管', '业主委员会', '指标完成情况'],
  ]);
  expect(withClass(table, 'role')).toHaveLength(3);
});

test('risk table grades in words; a plan without risks has none', () => {
  const risks = [{ risk: '交房集中', likelihood: 'high' as const, impact: 'low' as const, response: '分批通知' }];
  const table = tableOf(samplePlan({ risks }), 'risks');
  expect(cells(table)).toEqual([
    ['风险', '可能性', '影响', '应对措施'],
    ['交房集中', '高', '低', '分批通知'],
  ]);
  expect(entryDocument(samplePlan(), '').tables.risks).toBeUndefined();
});
