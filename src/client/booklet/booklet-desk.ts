/** What the writer is putting together: entries in order, cover, manner of printing; kept at every change. */
import { readBasket } from '../basket.ts';
import { type PaperTemplates, readPaperTemplates, writeBasket } from '../basket-change.ts';
import { announceBasketCount } from '../basket-count.ts';
import { type BookletSetting, readSetting, writeSetting } from './setting.ts';

/** The whole of it. */
export interface BookletState extends BookletSetting {
  readonly entries: readonly string[];
  /** Of those that are not set in the usual template; may say something of entries that were taken out. */
  readonly templates: PaperTemplates;
}

export class BookletDesk {
  #state: BookletState = kept();
  /** A booklet that is only looked at is not kept. */
  #own = true;
  #blocked = false;
  readonly #listeners: (() => void)[] = [];

  get state(): BookletState {
    return this.#state;
  }

  /** Whether the browser did not keep the last change. */
  get blocked(): boolean {
    return this.#blocked;
  }

  listen(listener: () => void): void {
    this.#listeners.push(listener);
  }

  change(part: Partial<BookletState>): void {
    this.#state = { ...this.#state, ...part };
    if (this.#own) this.#keep();
    this.#emit();
  }

  #keep(): void {
    const { entries, templates, cover, duplex, options } = this.#state;
    const written = [writeBasket(entries, templates), writeSetting({ cover, duplex, options })];
    this.#blocked = written.includes(false);
    announceBasketCount(entries.length);
  }

  #emit(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Shows another booklet without keeping it. */
  preview(state: BookletState): void {
    this.#own = false;
    this.#state = state;
    this.#emit();
  }

  /** Keeps what is shown. @returns what was kept before */
  accept(): BookletState {
    const before = kept();
    this.#own = true;
    this.change({});
    return before;
  }

  /** Back to what is kept: after a preview, or when another window has changed it. */
  reload(): void {
    this.#own = true;
    this.#state = kept();
    this.#emit();
  }

  /** Follows another window; a preview stays. */
  follow(): void {
    if (this.#own && !this.#blocked) this.reload();
  }
}

/** What this browser keeps. */
function kept(): BookletState {
  return { ...readSetting(), entries: readBasket(), templates: readPaperTemplates() };
}

/** Entries with one at another place; places outside the list are its ends. */
export function withMoved(entries: readonly string[], entry: string, place: number): readonly string[] {
  const others = entries.filter((other) => other !== entry);
  return others.toSpliced(Math.max(0, place), 0, entry);
}

/** Entries with one put back where it was. */
export function withRestored(entries: readonly string[], entry: string, place: number): readonly string[] {
  return entries.includes(entry) ? entries : entries.toSpliced(place, 0, entry);
}
