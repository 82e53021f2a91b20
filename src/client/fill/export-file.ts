/** What an export needs, apart: loaded when the first one is asked for. */
import { type ExportFormat, type ExportedFile, exported } from '../../export/formats.ts';
import { manuscriptOf } from '../../export/manuscript.ts';
import type { Draft } from '../../fill/draft.ts';
import { fillPlan } from '../../fill/fill-plan.ts';
import { publishedDocument } from '../document-source.ts';
import type { DeskContent } from './desk-content.ts';

type Content = Pick<DeskContent, 'plan' | 'document' | 'publisher'>;

/** Writes a draft as a file. */
export async function writeExport(content: Content, draft: Draft, format: ExportFormat): Promise<ExportedFile> {
  const { plan, document, publisher } = content;
  const filled = fillPlan(await publishedDocument(document), plan, draft);
  return exported(manuscriptOf(filled, draft, publisher), format);
}
