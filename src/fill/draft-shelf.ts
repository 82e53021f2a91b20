import type { Draft } from './draft.ts';
import { draftVersion } from './draft-format.ts';
import { type LooseDraft, migrated } from './draft-migrations.ts';
import { textHash } from '../document/edits/text-hash.ts';

/** What of `Storage` is used; any call may throw, and `setItem` when there is no room. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** A draft as it is kept in the browser. */
export interface KeptDraft {
  readonly id: string;
  /** Counts up with each time it was kept; shows whether another window has saved it since. */
  readonly revision: number;
  readonly draft: Draft;
}

/** An entry that this program did not write like this, or an older version has written: `read` may still make sense of it. */
export interface UnreadDraft {
  readonly id: string;
  readonly revision: number;
  /** What stands there, without the head. */
  readonly text: string;
}

export interface Shelf {
  readonly kept: readonly KeptDraft[];
  readonly unread: readonly UnreadDraft[];
}

/** Why the browser did not keep something. */
export type KeepingFailure = 'full' | 'blocked';

export type Keeping =
  | { readonly outcome: 'kept'; readonly revision: number }
  /** Another window has kept another content since. */
  | { readonly outcome: 'overtaken'; readonly revision: number }
  | { readonly outcome: 'failed'; readonly reason: KeepingFailure };

const prefix = 'planshelf.draft.';

/**
 * An entry is a head, `2 <revision> <hash>`, and the JSON of a draft of that version below it. With the right hash it is
 * exactly what was written, so that it can be trusted without being checked against the schema, which is 90 kB of code.
 */
const head = /^([12]) (\d{1,15}) ([0-9a-z]+)\n/;

/** Storage key of a draft. */
export function keyOf(id: string): string {
  return prefix + id;
}

/** The id in a storage key; undefined for any other key. */
function idOf(key: string): string | undefined {
  return key.startsWith(prefix) ? key.slice(prefix.length) : undefined;
}

/** Reads one entry; undefined where there is none. */
export function parseEntry(id: string, entry: string | null): KeptDraft | UnreadDraft | undefined {
  if (entry === null) return undefined;
  const match = head.exec(entry);
  const text = match === null ? entry : entry.slice(match[0].length);
  const revision = Number(match?.[2] ?? 0);
  if (match === null || textHash(text) !== match[3]) return { id, revision, text };
  // The hash says that these are the words that `keep` wrote from a draft.
  const draft = migrated(JSON.parse(text) as LooseDraft, Number(match[1]));
  return { id, revision, draft: draft as unknown as Draft };
}

export function isKept(entry: KeptDraft | UnreadDraft): entry is KeptDraft {
  return 'draft' in entry;
}

/** @throws what the storage throws when it is blocked */
export function readShelf(storage: DraftStorage): Shelf {
  const entries = Array.from({ length: storage.length }, (_, index) => storage.key(index)).flatMap((key) => {
    const id = key === null ? undefined : idOf(key);
    return id === undefined || key === null ? [] : (parseEntry(id, storage.getItem(key)) ?? []);
  });
  const newestFirst = (a: KeptDraft, b: KeptDraft): number => (a.draft.updated < b.draft.updated ? 1 : -1);
  return {
    kept: entries.filter(isKept).sort(newestFirst),
    unread: entries.filter((entry) => !isKept(entry)) as UnreadDraft[],
  };
}

/**
 * Keeps a draft, unless another window has kept something since.
 * @param revision the one that this window last saw; 0 for a draft that was never kept
 */
export function keep(storage: DraftStorage, id: string, draft: Draft, revision: number): Keeping {
  try {
    const there = parseEntry(id, storage.getItem(keyOf(id)));
    // A draft that was deleted in another window and is written on here is kept again: nothing that is on screen is lost.
    if (there !== undefined && there.revision !== revision) return { outcome: 'overtaken', revision: there.revision };
    const text = JSON.stringify(draft);
    storage.setItem(keyOf(id), `${draftVersion} ${revision + 1} ${textHash(text)}\n${text}`);
    return { outcome: 'kept', revision: revision + 1 };
  } catch (error) {
    return { outcome: 'failed', reason: failureOf(error) };
  }
}

/** https://html.spec.whatwg.org/multipage/webstorage.html#dom-storage-setitem */
export function failureOf(error: unknown): KeepingFailure {
  const name = error instanceof Error ? error.name : '';
  return name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_QUOTA_REACHED' ? 'full' : 'blocked';
}

/** A name that no draft of the list has yet: `2027年客服计划`, `2027年客服计划（2）`. */
export function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  for (let number = 2; ; number += 1) if (!taken.includes(`${wanted}（${number}）`)) return `${wanted}（${number}）`;
}
