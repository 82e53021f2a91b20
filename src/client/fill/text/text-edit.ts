/** Changing the text, all that it needs: loaded when the first change is there, or is about to be made. */
import { documentPlaces } from '../../../document/edits/document-places.ts';
import { documentRows } from '../../../document/edits/document-rows.ts';
import type { PlanDocument } from '../../../document/schema.ts';
import { changesText } from '../../../fill/changed-text.ts';
import type { DraftContent } from '../../../fill/draft.ts';
import { draftText } from '../../../fill/draft-text.ts';
import { editProblems } from '../../../fill/edit-problems.ts';
import { fillPlan } from '../../../fill/fill-plan.ts';
import type { Plan } from '../../../model/plan.ts';
import type { Desk } from '../desk.ts';
import type { PagesView } from '../pages/pages-view.ts';
import { TextDesk } from './text-desk.ts';
import { showTextPanel } from './text-panel.ts';

/** A document with a draft's changes and values. */
export interface FilledText {
  readonly filled: PlanDocument;
  /** Keys of what can be changed in it. */
  readonly marks?: ReadonlySet<string>;
}

export interface TextEditing {
  readonly fill: (published: PlanDocument, draft: DraftContent) => FilledText;
  /** What is to be said about the figures and times that a draft has in the plan's tables, and what opens their editor. */
  readonly problems: (draft: DraftContent) => Promise<{ readonly message: string; readonly open: () => void }[]>;
  /** Shows the panel with what can be changed and what was. */
  readonly show: (panel: HTMLElement) => Promise<void>;
  /** A press on a place of the pages; false where there is nothing to change. */
  readonly press: (place: Element, frame: HTMLIFrameElement) => boolean;
}

/**
 * @param published the plan's document: changes are of it, whichever template is looked at
 * @param counted called with the plan's fields as the changes leave them
 */
export function openTextEditing(
  plan: Plan,
  desk: Desk,
  pages: PagesView,
  published: () => Promise<PlanDocument>,
  counted: (fields: Plan['fields']) => void,
): TextEditing {
  let current: TextDesk | undefined;
  const deskOf = (document: PlanDocument): TextDesk => {
    if (current?.document !== document) {
      current = new TextDesk(document, plan, desk, (place) => {
        pages.mark(place, true);
      });
    }
    return current;
  };
  return {
    fill: (document, draft) => {
      const { document: filled, plan: edited, changed } = fillPlan(document, plan, draft);
      const { changes, edits } = desk.draft;
      const isOnDesk = draft.changes === changes && draft.edits === edits;
      if (isOnDesk && changesText(draft) && changes !== changed) desk.rebase(changed);
      counted(edited.fields);
      return { filled, marks: new Set(documentPlaces(filled).map(({ key }) => key)) };
    },
    problems: async (draft) => {
      const document = await published();
      const text = deskOf(document);
      const edited = draftText(document, plan, draft).changed.document;
      return editProblems({ rowsOf: (table) => documentRows(edited, table), plan, draft }).map((problem) => ({
        message: problem.message,
        open: () => {
          text.openCell(problem);
        },
      }));
    },
    show: async (panel) => {
      const document = await published();
      const { draft } = desk;
      const { changed, conflicts } = draftText(document, plan, draft);
      const problems = editProblems({ rowsOf: (table) => documentRows(changed.document, table), plan, draft });
      showTextPanel(panel, deskOf(document), conflicts, problems);
    },
    press: (place, frame) => {
      for (
        let at = place.closest('[data-block]');
        at !== null;
        at = at.parentElement?.closest('[data-block]') ?? null
      ) {
        const box = onScreen(at.getBoundingClientRect(), frame, pages.live.scale);
        if (current?.press(at.getAttribute('data-block') ?? '', box) === true) return true;
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
