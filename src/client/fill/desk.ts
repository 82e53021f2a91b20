import type { ChangedDocument } from '../../document/changes/changed-document.ts';
import { withChanges } from '../../fill/changed-text.ts';
import type { Draft, DraftContent } from '../../fill/draft.ts';
import {
  type DraftChange,
  type DraftHistory,
  changed,
  newHistory,
  redone,
  stepEnded,
  undone,
} from '../../fill/draft-history.ts';
import {
  type DraftStorage,
  type KeepingFailure,
  freeName,
  isKept,
  keep,
  keyOf,
  parseEntry,
  readShelf,
} from '../../fill/draft-shelf.ts';
import { emptyDraft } from './drafts/empty-draft.ts';

/** Whether what is on screen is in the browser's storage. */
export type Saving =
  | { readonly state: 'new' | 'pending' }
  | { readonly state: 'kept'; readonly at: Date }
  | { readonly state: 'failed'; readonly reason: KeepingFailure };

/** What happened that a writer has to know of. */
export type DeskEvent =
  | { readonly kind: 'changed'; readonly change?: DraftChange }
  | { readonly kind: 'saving' }
  | { readonly kind: 'opened' }
  | { readonly kind: 'followed' }
  | { readonly kind: 'forked'; readonly name: string }
  | { readonly kind: 'deleted-elsewhere' };

/** Longest time that typing stays unsaved, in milliseconds. */
const keepWithin = 400;

export interface DeskOptions {
  /** Slug of the plan. */
  readonly plan: string;
  /** Name of a new draft. */
  readonly name: string;
  /** Throws where the browser forbids it. */
  readonly storage: () => DraftStorage;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** One draft on the desk: its content with its history, and where it is kept. */
export class Desk {
  #id: string;
  #revision = 0;
  #head: DraftHead;
  #history: DraftHistory;
  #saving: Saving = { state: 'new' };
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #options: DeskOptions;
  readonly #listeners: ((event: DeskEvent) => void)[] = [];

  constructor(options: DeskOptions) {
    this.#options = options;
    this.#id = options.newId();
    const draft = emptyDraft(options.plan, options.name, options.now());
    this.#head = headOf(draft);
    this.#history = newHistory(contentOf(draft));
  }

  get id(): string {
    return this.#id;
  }
  get saving(): Saving {
    return this.#saving;
  }
  get history(): DraftHistory {
    return this.#history;
  }
  /** The draft as it is on screen. */
  get draft(): Draft {
    return { ...this.#head, ...this.#history.present };
  }

  listen(listener: (event: DeskEvent) => void): void {
    this.#listeners.push(listener);
  }

  #emit(event: DeskEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** @returns whether it changed anything */
  change(change: DraftChange): boolean {
    return this.#move(changed(this.#history, change), change);
  }

  /** Ends a step of the history, as when a control is left. */
  endStep(): void {
    this.#history = stepEnded(this.#history);
  }

  undo(): boolean {
    return this.#move(undone(this.#history));
  }

  redo(): boolean {
    return this.#move(redone(this.#history));
  }

  #move(history: DraftHistory, change?: DraftChange): boolean {
    if (history === this.#history) return false;
    this.#history = history;
    this.#touched();
    this.#emit(change === undefined ? { kind: 'changed' } : { kind: 'changed', change });
    return true;
  }

  rename(name: string): void {
    if (name === this.#head.name) return;
    this.#head = { ...this.#head, name };
    this.#touched();
    this.#emit({ kind: 'changed' });
  }

  /** Notes which published plan the draft rests on from now on. */
  restOn(planDigest: string): void {
    if (planDigest === this.#head.planDigest) return;
    this.#head = { ...this.#head, planDigest };
    if (this.#revision > 0) this.#touched();
  }

  /** Notes the changes of the text as they are in the plan that is published now; kept with what is changed next. */
  rebase(changed: ChangedDocument): void {
    this.#history = { ...this.#history, present: withChanges(this.#history.present, changed) };
  }

  #touched(): void {
    this.#head = { ...this.#head, updated: this.#options.now().toISOString() };
    this.#timer ??= setTimeout(() => {
      this.flush();
    }, keepWithin);
    this.#setSaving(this.#saving.state === 'failed' ? this.#saving : { state: 'pending' });
  }

  #setSaving(saving: Saving): void {
    this.#saving = saving;
    this.#emit({ kind: 'saving' });
  }

  /** Keeps at once what is not kept yet. */
  flush(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const storage = this.#storage();
    if (storage === undefined) return;
    const result = keep(storage, this.#id, this.draft, this.#revision);
    if (result.outcome === 'overtaken') this.#fork(storage);
    else if (result.outcome === 'failed') this.#setSaving({ state: 'failed', reason: result.reason });
    else {
      this.#revision = result.revision;
      this.#setSaving({ state: 'kept', at: this.#options.now() });
    }
  }

  #storage(): DraftStorage | undefined {
    try {
      return this.#options.storage();
    } catch {
      this.#setSaving({ state: 'failed', reason: 'blocked' });
      return undefined;
    }
  }

  /** Another window was quicker: this one goes on with a draft of its own, and nothing of either is lost. */
  #fork(storage: DraftStorage): void {
    const name = freeName(this.#head.name, namesOn(storage));
    this.#id = this.#options.newId();
    this.#revision = 0;
    this.#head = { ...this.#head, name };
    const result = keep(storage, this.#id, this.draft, 0);
    if (result.outcome === 'kept') this.#revision = result.revision;
    this.#setSaving(
      result.outcome === 'failed'
        ? { state: 'failed', reason: result.reason }
        : { state: 'kept', at: this.#options.now() },
    );
    this.#emit({ kind: 'forked', name });
  }

  /** Puts a kept draft on the desk. */
  open(id: string, draft: Draft, revision: number): void {
    this.flush();
    this.#id = id;
    this.#revision = revision;
    this.#head = headOf(draft);
    this.#history = newHistory(contentOf(draft));
    this.#setSaving(revision === 0 ? { state: 'new' } : { state: 'kept', at: new Date(draft.updated) });
    this.#emit({ kind: 'opened' });
  }

  /** Puts a draft on the desk as one that is not kept yet, and keeps it. */
  openNew(draft: Partial<Draft> = {}): void {
    const { plan, name, now, newId } = this.#options;
    const storage = this.#storage();
    const taken = storage === undefined ? [] : namesOn(storage);
    const empty = emptyDraft(plan, name, now());
    this.open(newId(), { ...empty, ...draft, name: freeName(draft.name || name, taken) }, 0);
    if (draft.values !== undefined) {
      this.#touched();
      this.flush();
    }
  }

  /** Another window has kept or deleted an entry of the storage. */
  storageChanged(key: string | null, entry: string | null): void {
    if (key !== keyOf(this.#id)) return;
    const there = parseEntry(this.#id, entry);
    if (there === undefined) {
      this.#revision = 0;
      this.#emit({ kind: 'deleted-elsewhere' });
    } else if (this.#timer !== undefined)
      this.flush(); // something here is not kept yet: it goes its own way
    else if (isKept(there) && there.revision !== this.#revision) {
      this.#revision = there.revision;
      this.#head = headOf(there.draft);
      this.#history = changed(stepEnded(this.#history), { kind: 'replace', content: contentOf(there.draft) });
      this.#saving = { state: 'kept', at: new Date(there.draft.updated) };
      this.#emit({ kind: 'changed' });
      this.#emit({ kind: 'followed' });
    }
  }
}

/** What of a draft has no history. */
type DraftHead = Omit<Draft, keyof DraftContent>;

function headOf({ format, version, plan, planDigest, name, updated }: Draft): DraftHead {
  return { format, version, plan, planDigest, name, updated };
}

function contentOf({ values, people, changes, edits }: Draft): DraftContent {
  return { values, people, ...(changes && { changes }), ...(edits && { edits }) };
}

function namesOn(storage: DraftStorage): string[] {
  try {
    return readShelf(storage).kept.map(({ draft }) => draft.name);
  } catch {
    return []; // blocked: there are no other names to avoid
  }
}
