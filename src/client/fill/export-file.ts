/** What an export needs, apart: loaded when the first one is asked for. */
import type { Element } from 'hast';
import { fillDocument } from '../../components/fill-document.ts';
import { type ExportFormat, type ExportedFile, exported } from '../../export/formats.ts';
import { manuscriptOf } from '../../export/manuscript.ts';
import type { Draft } from '../../fill/draft.ts';
import { fillDraft } from '../../fill/fill-draft.ts';
import type { DeskContent } from './desk-content.ts';

/** Writes a draft as a file, from the same document that its pages are set from. */
export function writeExport(
  article: Element,
  { plan, publisher }: Pick<DeskContent, 'plan' | 'publisher'>,
  draft: Draft,
  format: ExportFormat,
): Promise<ExportedFile> {
  return exported(manuscriptOf(fillDraft(article, plan, draft, fillDocument), draft, publisher), format);
}
