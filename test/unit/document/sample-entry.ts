import { entryDocument } from '../../../src/document/entry-document.ts';
import type { PlanDocument } from '../../../src/document/schema.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { fullPlan } from '../fill/sample-document.ts';

/** What the sample article says, as an entry has it. */
export const sampleProse = `上年满意度不高，本年达到【满意度目标】。

## 目标

收费率**不低于**【收费率目标】，见[进度](#进度)。

<Kpis />

## 措施

### 收费

- 短信提醒
- 上门：
  - 先查工单

### 投诉

三日内办结[^1]。

| 组别 | 频次 |
| ---- | ---- |
| 收费 | 每月 |
| 投诉 | 每月 |

<Tasks />

## 进度

<Schedule />

## 经费

<Budget />

## 风险

<Risks />

## 检查

<Reviews />

<SignOff />

[^1]: 以台账为准。
`;

/** The document of a plan with some prose, by default the sample's. */
export function sampleDocument(plan: Plan = fullPlan, prose: string = sampleProse): PlanDocument {
  return entryDocument(plan, `---\n---\n\n${prose}`);
}

/** The sample with more behind it. */
export function sampleWith(more: string): PlanDocument {
  return sampleDocument(fullPlan, `${sampleProse}\n${more}\n`);
}
