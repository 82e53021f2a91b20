import type { Element } from 'hast';
import { exportFormats, exported } from '../export/formats.ts';
import { manuscriptOf } from '../export/manuscript.ts';
import { newDraft } from '../fill/draft.ts';
import { type FillDocument, fillDraft } from '../fill/fill-draft.ts';
import { planDigest } from '../fill/plan-digest.ts';
import type { Plan } from '../model/plan.ts';

/** Where nothing is filled in, the document stands as it was published. */
const asPublished: FillDocument = (article) => article;

/**
 * The files of a plan that nobody has written into yet, by name: `<slug>.docx` and so on.
 * @param publisher name of the shelf
 */
export async function planFiles(
  plan: Plan,
  article: Element,
  publisher: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const updated = `${plan.updated}T00:00:00.000Z`;
  const draft = newDraft(plan.slug, { planDigest: planDigest(plan, article), updated });
  const manuscript = manuscriptOf(fillDraft(article, plan, draft, asPublished), draft, publisher, stampOf(updated));
  const files = new Map<string, Uint8Array>();
  for (const format of exportFormats) files.set(`${plan.slug}.${format}`, (await exported(manuscript, format)).content);
  return files;
}

/** `SOURCE_DATE_EPOCH` (seconds, https://reproducible-builds.org/specs/source-date-epoch/) where it is set. */
export function stampOf(updated: string): Date {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  return epoch !== undefined && /^\d{1,12}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date(updated);
}
