/** The writer's drafts in this browser, and those of a shared booklet that is only looked at. */
import type { Draft } from '../../fill/draft.ts';
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

export function newDraftId(): string {
  return crypto.getRandomValues(new Uint32Array(2)).reduce((id, part) => id + part.toString(36), '');
}

/** Keeps a draft under a name of its own. @returns its id, or undefined where it could not be kept */
export function keepReceived(draft: Draft, name: string): string | undefined {
  const taken = ownDrafts().map((kept) => kept.draft.name);
  const id = newDraftId();
  try {
    const { outcome } = keep(localStorage, id, { ...draft, name: freeName(name, taken) }, 0);
    return outcome === 'kept' ? id : undefined;
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
