/** Takes drafts out of the browser's storage. */
import { type DraftStorage, type KeepingFailure, failureOf, keyOf } from './draft-shelf.ts';

/** Takes a draft away; its entry, for putting it back, or why it could not be. */
export function takeAway(
  storage: DraftStorage,
  id: string,
): { readonly entry: string | null } | { readonly reason: KeepingFailure } {
  try {
    const entry = storage.getItem(keyOf(id));
    storage.removeItem(keyOf(id));
    return { entry };
  } catch (error) {
    return { reason: failureOf(error) };
  }
}

/** Puts an entry back that was taken away. */
export function putBack(storage: DraftStorage, id: string, entry: string): KeepingFailure | undefined {
  try {
    storage.setItem(keyOf(id), entry);
    return undefined;
  } catch (error) {
    return failureOf(error);
  }
}
