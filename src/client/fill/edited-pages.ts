/** The document as a writer has changed it: loaded when the first change is there, or is about to be made. */
import type { Element } from 'hast';
import { fillDocument } from '../../components/fill-document.ts';
import type { DraftContent } from '../../fill/draft.ts';
import { type DocumentBlock, documentBlocks } from '../../fill/document-blocks.ts';
import { type FilledDocument, fillDraft } from '../../fill/fill-draft.ts';
import type { Plan } from '../../model/plan.ts';

const marked = new WeakMap<Element, readonly DocumentBlock[]>();

/** Blocks of a published article. Each carries its address as `data-block`, so that it is found again on the pages. */
export function blocksOf(article: Element): readonly DocumentBlock[] {
  const known = marked.get(article);
  if (known !== undefined) return known;
  const blocks = documentBlocks(article);
  for (const { element, address } of blocks) element.properties['dataBlock'] = address;
  marked.set(article, blocks);
  return blocks;
}

/** A draft put into a published article, with its changes. */
export function fillEdited(article: Element, plan: Plan, draft: DraftContent): FilledDocument {
  blocksOf(article);
  return fillDraft(article, plan, draft, fillDocument);
}
