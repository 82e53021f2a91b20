import { budgetTable, kpiTable, reviewTable, riskTable, taskTable } from '../../../src/components/plan-tables.ts';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { schedule } from '../../../src/components/schedule.ts';
import { signOff } from '../../../src/components/sign-off.ts';
import { inlineContent } from '../../../src/markdown/blank-element.ts';
import { sizeColumns } from '../../../src/markdown/table-columns.ts';
import { HeadingCounter } from '../../../src/model/numbering.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { titleBlock } from '../../../templates/meeting/title-block.ts';
import { elements } from '../components/cells.ts';
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

/** The article of a plan's print document, as the meeting template sets it, with a little prose. */
export function sampleArticle(plan: Plan = fullPlan): Element {
  const counter = new HeadingCounter();
  const heading = (level: 1 | 2, id: string, text: string): Element =>
    h(`h${level + 1}`, { id }, [h('span', { className: ['heading-number'] }, counter.next(level)), text]);
  const p = (text: string): Element => h('p', inlineContent(text, plan.fields));
  const parts: readonly (ElementContent | undefined)[] = [
    titleBlock(plan),
    p('上年满意度不高，本年达到【满意度目标】。'),
    heading(1, '目标', '目标'),
    h('p', [
      '收费率',
      h('strong', '不低于'),
      ...inlineContent('【收费率目标】', plan.fields),
      '，见',
      h('a', { href: '#进度' }, '进度'),
      '。',
    ]),
    kpiTable(plan),
    heading(1, '措施', '措施'),
    heading(2, '收费', '收费'),
    h('ul', [h('li', '短信提醒'), h('li', ['上门：', h('ul', [h('li', '先查工单')])])]),
    heading(2, '投诉', '投诉'),
    h('p', [
      '三日内办结',
      h('sup', [h('a', { href: '#user-content-fn-1', id: 'user-content-fnref-1', dataFootnoteRef: '' }, '1')]),
      '。',
    ]),
    h('table', [
      h('thead', [h('tr', [h('th', { scope: 'col' }, '组别'), h('th', { scope: 'col' }, '频次')])]),
      h('tbody', [h('tr', [h('td', '收费'), h('td', '每月')]), h('tr', [h('td', '投诉'), h('td', '每月')])]),
    ]),
    taskTable(plan),
    heading(1, '进度', '进度'),
    schedule(plan),
    heading(1, '经费', '经费'),
    budgetTable(plan),
    heading(1, '风险', '风险'),
    riskTable(plan),
    heading(1, '检查', '检查'),
    reviewTable(plan),
    signOff(plan),
    h('section', { dataFootnotes: '', className: ['footnotes'] }, [
      h('h2', { id: 'footnote-label', className: ['sr-only'] }, '注释'),
      h('ol', [
        h('li', { id: 'user-content-fn-1' }, [
          h('p', ['以台账为准。 ', h('a', { href: '#user-content-fnref-1', dataFootnoteBackref: '' }, '↩')]),
        ]),
      ]),
    ]),
  ];
  const children = parts.filter((part) => part !== undefined);
  for (const table of elements(h('div', children), 'table')) sizeColumns(table);
  return h('main', { className: ['print-document'], dataSlug: plan.slug, dataTemplate: 'meeting' }, children);
}
