/** Changing the text, all that it needs: loaded when the first change is there, or is about to be made. */
import type { Element as HastElement } from 'hast';
import { applyEdits } from '../../fill/apply-edits.ts';
import type { DraftContent } from '../../fill/draft.ts';
import { editProblems } from '../../fill/edit-problems.ts';
import { planRows } from '../../fill/edited-plan.ts';
import { runningTitle } from '../../fill/paper-title.ts';
import type { Plan } from '../../model/plan.ts';
import type { Desk } from './desk.ts';
import { fillEdited } from './edited-pages.ts';
import type { PagesView } from './pages-view.ts';
import type { PublishedDocument } from './print-source.ts';
import { TextDesk, isEditable } from './text-desk.ts';
import { showTextPanel } from './text-panel.ts';

export interface TextEditing {
  /** The whole document with a draft's changes and values. */
  readonly fill: (published: PublishedDocument, draft: DraftContent) => Promise<string>;
  /** What is to be said about the figures and times that a draft has in the plan's tables, and what opens their editor. */
  readonly problems: (draft: DraftContent) => Promise<{ readonly message: string; readonly open: () => void }[]>;
  /** Shows the panel with what can be changed and what was. */
  readonly show: (panel: HTMLElement) => Promise<void>;
  /** A press on a place of the pages; false where there is nothing to change. */
  readonly press: (place: Element, frame: HTMLIFrameElement) => boolean;
}

/**
 * @param wholeText the document that holds the whole text: changes are of it, whichever template is looked at
 * @param counted called with the plan's fields as the changes leave them
 */
export function openTextEditing(
  plan: Plan,
  desk: Desk,
  pages: PagesView,
  wholeText: () => Promise<PublishedDocument>,
  counted: (fields: Plan['fields']) => void,
): TextEditing {
  let current: TextDesk | undefined;
  const deskOf = (article: HastElement): TextDesk => {
    if (current?.article !== article) {
      current = new TextDesk(article, plan, desk, (place) => {
        pages.mark(place, true);
      });
    }
    return current;
  };
  return {
    fill: async (published, draft) => {
      const { article: whole } = await wholeText();
      const filled = fillEdited(published.article, plan, draft, whole);
      counted(filled.plan.fields);
      return published.html(filled.article, runningTitle(filled.article, plan.title));
    },
    problems: async (draft) => {
      const { article } = await wholeText();
      const text = deskOf(article);
      const edited = applyEdits(article, plan, draft.edits).article;
      return editProblems({ rowsOf: (table) => planRows(edited, table), plan, draft }).map((problem) => ({
        message: problem.message,
        open: () => {
          text.openCell(problem);
        },
      }));
    },
    show: async (panel) => {
      const { article } = await wholeText();
      const { draft } = desk;
      const { article: text, conflicts } = applyEdits(article, plan, draft.edits);
      showTextPanel(
        panel,
        deskOf(article),
        conflicts,
        editProblems({ rowsOf: (table) => planRows(text, table), plan, draft }),
      );
    },
    press: (place, frame) => {
      const row = place.closest('tr[data-row^="+"]')?.getAttribute('data-row');
      if (row) {
        current?.openRow(row);
        return true;
      }
      for (
        let at = place.closest('[data-block]');
        at !== null;
        at = at.parentElement?.closest('[data-block]') ?? null
      ) {
        const block = current?.blockAt(at.getAttribute('data-block') ?? '');
        if (block === undefined || !isEditable(block.kind)) continue;
        current?.open(block, onScreen(at.getBoundingClientRect(), frame, pages.live.scale));
        return true;
      }
      return false;
    },
  };
}

/** A place in a frame as a place in the window. */
function onScreen(box: DOMRect, frame: HTMLIFrameElement, scale: number): DOMRect {
  const { left, top } = frame.getBoundingClientRect();
  return new DOMRect(left + box.left * scale, top + box.top * scale, box.width * scale, box.height * scale);
}
