/** What the writer is putting together: entries in order, cover, manner of printing; kept at every change. */
import { mostPlans, readBasket, writeBasket } from '../basket.ts';
import { tellBasketCount } from '../basket-count.ts';
import { type BookletSetting, readSetting, writeSetting } from './setting.ts';

/** The whole of it. */
export interface BookletState extends BookletSetting {
  readonly entries: readonly string[];
}

export class BookletDesk {
  #state: BookletState = { ...readSetting(), entries: readBasket() };
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
    this.#tell();
  }

  #keep(): void {
    const { entries, cover, duplex } = this.#state;
    const kept = [writeBasket(entries), writeSetting({ cover, duplex })];
    this.#blocked = kept.includes(false);
    tellBasketCount(entries.length);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Shows another booklet without keeping it. */
  preview(state: BookletState): void {
    this.#own = false;
    this.#state = state;
    this.#tell();
  }

  /** Keeps what is shown, with other entries. */
  accept(entries: readonly string[]): void {
    this.#own = true;
    this.change({ entries });
  }

  /** Back to what is kept: after a preview, or when another window has changed it. */
  reload(): void {
    this.#own = true;
    this.#state = { ...readSetting(), entries: readBasket() };
    this.#tell();
  }

  /** Follows another window; a preview stays. */
  follow(): void {
    if (this.#own && !this.#blocked) this.reload();
  }
}

/** Entries with one more at the end: why not, where there may be no more. */
export function withEntry(
  entries: readonly string[],
  entry: string,
): { readonly entries: readonly string[] } | { readonly refused: 'there' | 'full' } {
  if (entries.includes(entry)) return { refused: 'there' };
  return entries.length >= mostPlans ? { refused: 'full' } : { entries: [...entries, entry] };
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
