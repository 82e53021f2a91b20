/** What an export needs, apart: loaded when the first one is asked for. */
import { documentFormat, documentVersion } from '../../document/format.ts';
import type { PlanDocument } from '../../document/schema.ts';
import { type ExportFormat, type ExportedFile, exported } from '../../export/formats.ts';
import { manuscriptOf } from '../../export/manuscript.ts';
import type { Draft } from '../../fill/draft.ts';
import { fillPlan } from '../../fill/fill-plan.ts';
import { routesUnder } from '../../model/routes.ts';
import type { DeskContent } from './desk-content.ts';

type Content = Pick<DeskContent, 'plan' | 'publisher' | 'base'>;

let published: Promise<PlanDocument> | undefined;

/** Writes a draft as a file. */
export async function writeExport(content: Content, draft: Draft, format: ExportFormat): Promise<ExportedFile> {
  const { plan, publisher } = content;
  const loading = (published ??= loadDocument(routesUnder(content.base).planDocument(plan.slug)));
  // A failed reading is tried again the next time.
  loading.catch(() => (published = undefined));
  return exported(manuscriptOf(fillPlan(await loading, plan, draft), draft, publisher), format);
}

/** @throws if it cannot be read, or was written by another version of the site than this page */
async function loadDocument(address: string): Promise<PlanDocument> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}（${String(response.status)}）`);
  // The site's own build has written it, from the same types.
  const document = (await response.json()) as PlanDocument;
  const { format, version }: { readonly format: string; readonly version: number } = document;
  if (format === documentFormat && version === documentVersion) return document;
  throw new Error('网站已更新，请刷新页面后再导出');
}
