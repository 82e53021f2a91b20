/** The writer's drafts in this browser, and those of a shared booklet that is only looked at. */
import type { Draft } from '../../fill/draft.ts';
import { takeAway } from '../../fill/draft-removal.ts';
import { type KeptDraft, freeName, keep, readShelf } from '../../fill/draft-shelf.ts';

/** Newest first; none where storage is blocked. */
export function ownDrafts(): readonly KeptDraft[] {
  try {
    return readShelf(localStorage).kept;
  } catch (error) {
    if (error instanceof DOMException) return [];
    throw error;
  }
}

/** Keeps drafts by their ids, under names of their own, all of them or none. @returns whether they could be kept */
export function saveReceivedDrafts(drafts: ReadonlyMap<string, Draft>, nameOf: (draft: Draft) => string): boolean {
  const keepOne = ([id, draft]: readonly [string, Draft]): boolean => {
    const taken = ownDrafts().map((kept) => kept.draft.name);
    return keep(localStorage, id, { ...draft, name: freeName(nameOf(draft), taken) }, 0).outcome === 'kept';
  };
  try {
    if ([...drafts].every(keepOne)) return true;
    for (const id of drafts.keys()) takeAway(localStorage, id);
    return false;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}
