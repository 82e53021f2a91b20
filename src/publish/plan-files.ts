import type { PlanDocument } from '../document/schema.ts';
import { exportFormats, exported } from '../export/formats.ts';
import { manuscriptOf } from '../export/manuscript.ts';
import { newDraft } from '../fill/draft.ts';
import { fillPlan } from '../fill/fill-plan.ts';
import type { Plan } from '../model/plan.ts';

/** What the files of a plan are written from. */
export interface PlanFileSource {
  readonly plan: Plan;
  readonly document: PlanDocument;
  /** `planDigest` of the plan, by which a draft that begins with its JSON knows whether it has been published anew. */
  readonly planDigest: string;
  /** Name of the shelf. */
  readonly publisher: string;
}

/** The files of a plan that nobody has written into yet, by name: `<slug>.docx` and so on. */
export async function planFiles(source: PlanFileSource): Promise<ReadonlyMap<string, Uint8Array>> {
  const { plan, document, planDigest, publisher } = source;
  const updated = `${plan.updated}T00:00:00.000Z`;
  const draft = newDraft(plan.slug, { planDigest, updated });
  const manuscript = manuscriptOf(fillPlan(document, plan, draft), draft, publisher, stampOf(updated));
  const files = new Map<string, Uint8Array>();
  for (const format of exportFormats) files.set(`${plan.slug}.${format}`, (await exported(manuscript, format)).content);
  return files;
}

/** `SOURCE_DATE_EPOCH` (seconds, https://reproducible-builds.org/specs/source-date-epoch/) where it is set. */
export function stampOf(updated: string): Date {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  return epoch !== undefined && /^\d{1,12}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date(updated);
}
