import type { PlanDocument } from '../document/schema.ts';
import { newDraft } from '../fill/draft.ts';
import { fillPlan } from '../fill/fill-plan.ts';
import { planDigest } from '../fill/plan-digest.ts';
import type { Plan } from '../model/plan.ts';
import { type Manuscript, manuscriptOf } from './manuscript.ts';

/**
 * A plan that is not filled in, for its published files.
 * @param publisher name of the shelf
 */
export function publishedManuscript(plan: Plan, document: PlanDocument, publisher: string): Manuscript {
  const updated = `${plan.updated}T00:00:00.000Z`;
  const draft = newDraft(plan.slug, { planDigest: planDigest(plan, document), updated });
  return manuscriptOf(fillPlan(document, plan, draft), draft, publisher, stampOf(updated));
}

/** `SOURCE_DATE_EPOCH` (seconds, https://reproducible-builds.org/specs/source-date-epoch/) where it is set. */
export function stampOf(updated: string): Date {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  return epoch !== undefined && /^\d{1,12}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date(updated);
}
