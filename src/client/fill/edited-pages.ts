/** The document as a writer has changed it: loaded when the first change is there, or is about to be made. */
import type { Element } from 'hast';
import { fillDocument } from '../../components/fill-document.ts';
import type { DraftContent } from '../../fill/draft.ts';
import { counterparts } from '../../fill/counterparts.ts';
import { type FilledDocument, fillDraft } from '../../fill/fill-draft.ts';
import type { Plan } from '../../model/plan.ts';

const marked = new WeakSet<Element>();

/** Marks every block on the pages with the address of the block of the whole text that it shows. */
function markBlocks(article: Element, whole: Element): void {
  if (marked.has(article)) return;
  marked.add(article);
  for (const [element, { address }] of counterparts(article, whole)) element.properties['dataBlock'] = address;
}

/**
 * A draft put into a published article, with its changes.
 * @param whole the article that holds the plan's whole text
 */
export function fillEdited(article: Element, plan: Plan, draft: DraftContent, whole: Element): FilledDocument {
  markBlocks(article, whole);
  return fillDraft(article, plan, draft, fillDocument, whole);
}
