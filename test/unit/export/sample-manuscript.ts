import type { PlanDocument } from '../../../src/document/schema.ts';
import { type Manuscript, manuscriptOf } from '../../../src/export/manuscript.ts';
import { type Draft, newDraft } from '../../../src/fill/draft.ts';
import { fillPlan } from '../../../src/fill/fill-plan.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { sampleDocument } from '../document/sample-entry.ts';
import { fullPlan } from '../fill/sample-document.ts';

/** The sample document with a draft put into it, set out for export. */
export function sampleManuscript(
  given: Partial<Draft> = {},
  plan: Plan = fullPlan,
  document: PlanDocument = sampleDocument(plan),
): Manuscript {
  const draft = newDraft(plan.slug, { updated: '2026-11-20T00:00:00.000Z', ...given });
  return manuscriptOf(fillPlan(document, plan, draft), draft, '计划书架');
}

export const filledValues = {
  organization: '锦绣物业',
  year: 2027,
  start: '2027-01-01',
  author: '张静',
  written: '2026-12-20',
  satisfaction: 85.5,
  training: 3000,
} as const;
