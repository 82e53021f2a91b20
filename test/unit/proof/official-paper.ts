/** A paper in 公文版式 that tests of its layout are printed from. */
import { kpiTable, reviewTable } from '../../../src/components/plan-tables.ts';
import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'hast';
import { officialArticle } from '../../../templates/official/article.ts';
import { samplePlan } from '../components/sample-plan.ts';
import { documentOf } from './print.ts';

const plan = samplePlan({ heading: '住宅小区物业客服部年度工作计划' });
const text = '业主找到谁谁先登记不让业主自己再去找工程或秩序主管下班前看一遍台账第二天到期的逐件问到人'.repeat(3);

const heading = (level: 2 | 3 | 4, number: string, title: string) =>
  h(`h${level}`, { id: title }, [h('span', { className: ['heading-number'] }, number), title]);

/** Four pages of text: every level of headings, a list, a table between paragraphs, and two annexes. */
const prose: Root = {
  type: 'root',
  children: [
    h('p', text),
    heading(2, '一、', '工作目标'),
    h('p', text),
    kpiTable(plan),
    heading(3, '（一）', '收费与催缴'),
    h('p', `${text}。`),
    h('ol', [h('li', text), h('li', text)]),
    heading(3, '（二）', '投诉与回访'),
    heading(4, '1.', '登记'),
    h('p', text),
    h('table', [
      h('thead', h('tr', [h('th', { scope: 'col' }, '组别'), h('th', { scope: 'col' }, '职责')])),
      h('tbody', [h('tr', [h('td', '收费'), h('td', '开单、收款、对账')])]),
    ]),
    h('p', text),
    heading(2, '二、', '重点措施'),
    ...Array.from({ length: 6 }, () => h('p', text)),
    heading(2, '三、', '检查与复盘'),
    h('p', '部门自查靠周例会。'),
    reviewTable(plan),
  ],
};
/** The whole print document. */
export const source = documentOf(toHtml(officialArticle(plan, 'official', prose)), plan.title);
