/** A paper in 公文版式 that tests of its layout are printed from. */
import { toHtml } from 'hast-util-to-html';
import { layout } from '../../../templates/official/layout.ts';
import { samplePlan } from '../components/sample-plan.ts';
import { filledDocument } from '../html/plan-html.ts';
import { documentOf } from './print.ts';

const plan = samplePlan({ heading: '住宅小区物业客服部年度工作计划' });
const text = '业主找到谁谁先登记不让业主自己再去找工程或秩序主管下班前看一遍台账第二天到期的逐件问到人'.repeat(3);

/** Four pages of text: every level of headings, a list, a table between paragraphs, and two annexes. */
const prose = [
  text,
  '## 工作目标',
  text,
  '<Kpis />',
  '### 收费与催缴',
  `${text}。`,
  `1. ${text}\n2. ${text}`,
  '### 投诉与回访',
  '#### 登记',
  text,
  '| 组别 | 职责 |\n| --- | --- |\n| 收费 | 开单、收款、对账 |',
  text,
  '## 重点措施',
  ...Array.from({ length: 6 }, () => text),
  '## 检查与复盘',
  '部门自查靠周例会。',
  '<Reviews />',
].join('\n\n');

/** The whole print document. */
export const source = documentOf(toHtml(layout(filledDocument(plan, prose))), plan.title);
