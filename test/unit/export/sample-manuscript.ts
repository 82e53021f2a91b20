import type { Element } from 'hast';
import { fillDocument } from '../../../src/components/fill-document.ts';
import { type Manuscript, manuscriptOf } from '../../../src/export/manuscript.ts';
import { type Draft, newDraft } from '../../../src/fill/draft.ts';
import { fillDraft } from '../../../src/fill/fill-draft.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { fullPlan, sampleArticle } from '../fill/sample-document.ts';

/** The sample document with a draft put into it, read for export. */
export function sampleManuscript(
  given: Partial<Draft> = {},
  plan: Plan = fullPlan,
  article: Element = sampleArticle(plan),
): Manuscript {
  const draft = newDraft(plan.slug, { updated: '2026-11-20T00:00:00.000Z', ...given });
  return manuscriptOf(fillDraft(article, plan, draft, fillDocument), draft, '计划书架');
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
