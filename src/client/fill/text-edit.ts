/** Changing the text, all that it needs: loaded when the first change is there, or is about to be made. */
import type { Element as HastElement } from 'hast';
import type { DraftContent } from '../../fill/draft.ts';
import type { EditConflict } from '../../fill/resolve-edits.ts';
import type { Plan } from '../../model/plan.ts';
import type { Desk } from './desk.ts';
import { fillEdited } from './edited-pages.ts';
import type { PagesView } from './pages-view.ts';
import type { PublishedDocument } from './print-source.ts';
import { TextDesk, isEditable } from './text-desk.ts';
import { showTextPanel } from './text-panel.ts';

export interface TextEditing {
  /** The whole document with a draft's changes and values. */
  readonly fill: (published: PublishedDocument, draft: DraftContent) => string;
  /** Shows the panel with what can be changed and what was. */
  readonly show: (panel: HTMLElement) => Promise<void>;
  /** A press on a place of the pages; false where there is nothing to change. */
  readonly press: (place: Element, frame: HTMLIFrameElement) => boolean;
  /** Changes that could not be made in the document that was filled last. */
  readonly conflicts: () => readonly EditConflict[];
}

export function openTextEditing(plan: Plan, desk: Desk, pages: PagesView): TextEditing {
  let current: TextDesk | undefined;
  let conflicts: readonly EditConflict[] = [];
  const deskOf = (article: HastElement): TextDesk => {
    if (current?.article !== article) {
      current = new TextDesk(article, plan, desk, (block) => {
        pages.mark(`[data-block="${block}"]`, true);
      });
    }
    return current;
  };
  return {
    conflicts: () => conflicts,
    fill: (published, draft) => {
      deskOf(published.article);
      const filled = fillEdited(published.article, plan, draft);
      ({ conflicts } = filled);
      return published.html(filled.article);
    },
    show: async (panel) => {
      const published = await pages.live.published(pages.template());
      showTextPanel(panel, deskOf(published.article), conflicts);
    },
    press: (place, frame) => {
      const row = place.closest('tr[data-row^="+"]')?.getAttribute('data-row');
      if (row) {
        current?.openRow(row);
        return row !== '';
      }
      for (
        let at = place.closest('[data-block]');
        at !== null;
        at = at.parentElement?.closest('[data-block]') ?? null
      ) {
        const block = current?.blocks[Number(at.getAttribute('data-block'))];
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
