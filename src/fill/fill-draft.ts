import type { Element, Root } from 'hast';
import type { Plan } from '../model/plan.ts';
import { numberAnnexes } from './annexes.ts';
import { applyEdits } from './apply-edits.ts';
import { hasClass } from './block-text.ts';
import type { DraftContent } from './draft.ts';
import { planWithEditedBudget } from '../document/budget-total.ts';
import { planWithEditedTasks } from '../document/edited-rows.ts';
import { planRows } from './edited-plan.ts';
import { type Filling, startOf } from '../document/filling.ts';
import { runningTitle } from './paper-title.ts';
import { readContent } from './read-content.ts';
import type { EditConflict } from '../document/resolve-edits.ts';

/**
 * Puts values and names into a document, and draws anew what is drawn from the plan. `fillDocument` of the components is
 * one; it is handed in, because a folder knows only what stands left of it.
 */
export type FillDocument = (article: Element, plan: Plan, filling: Filling) => Element;

/** A document that is ready to be printed or exported. */
export interface FilledDocument {
  /** The article with edits made and blanks filled. */
  readonly article: Element;
  /** The whole text with edits made, before blanks were filled. */
  readonly text: Element;
  /** The plan, with a total that follows the lines of the edited budget. */
  readonly plan: Plan;
  /** The tasks that the document's chart shows. */
  readonly tasks: Plan['tasks'];
  /** The draft with text that every format can hold. */
  readonly draft: DraftContent;
  readonly conflicts: readonly EditConflict[];
}

/**
 * A draft put into its plan's print document: edits first, then values, names and dates. Every format is written from
 * the result, so that all of them say the same. Pure; the same in browser and Node.
 *
 * @param article `main.print-document` of the published document; it is not changed
 * @param whole that of the template that holds the plan's whole text, which edits are of, where it is another one
 */
export function fillDraft(
  article: Element,
  plan: Plan,
  draft: DraftContent,
  fill: FillDocument,
  whole: Element = article,
): FilledDocument {
  const content = readContent(plan.fields, draft);
  const { article: text, conflicts } = applyEdits(whole, plan, content.edits);
  const edited = whole === article ? text : applyEdits(article, plan, content.edits, whole).article;
  const counted = content.edits.length === 0 ? plan : planWithEditedBudget(planRows(text, 'budget'), plan);
  const drawn = planWithEditedTasks(planRows(text, 'tasks'), counted, startOf(plan.fields, content)) ?? counted;
  const numberedArticle = numberAnnexes(drawn.tasks.length === 0 ? withoutSchedule(edited) : edited);
  return {
    article: fill(numberedArticle, drawn, content),
    text,
    plan: counted,
    tasks: drawn.tasks,
    draft: content,
    conflicts,
  };
}

/** A chart without any task would be an empty frame. */
function withoutSchedule(element: Element): Element {
  const children = element.children.filter((child) => child.type !== 'element' || !hasClass(child, 'schedule'));
  return { ...element, children: children.map((child) => (child.type === 'element' ? withoutSchedule(child) : child)) };
}

/** The article of a whole print document. */
export function articleOf(document: Root | Element): Element | undefined {
  for (const child of document.children) {
    if (child.type !== 'element') continue;
    const found = hasClass(child, 'print-document') ? child : articleOf(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * A whole print document with the article of a filled plan in the place of its own; its title is the one above the text,
 * as {@link runningTitle} has it.
 */
export function withFilledArticle<T extends Root | Element>(document: T, article: Element, plan: Plan): T {
  return withTitle(withArticle(document, article), runningTitle(article, plan.title));
}

function withTitle<T extends Root | Element>(document: T, title: string): T {
  const children = document.children.map((child) => {
    if (child.type !== 'element' || child.tagName === 'body') return child;
    if (child.tagName === 'title') return { ...child, children: [{ type: 'text' as const, value: title }] };
    return withTitle(child, title);
  });
  return { ...document, children };
}

/** A whole print document with another article in the place of its own. */
export function withArticle<T extends Root | Element>(document: T, article: Element): T {
  const children = document.children.map((child) => {
    if (child.type !== 'element') return child;
    return hasClass(child, 'print-document') ? article : withArticle(child, article);
  });
  return { ...document, children };
}
