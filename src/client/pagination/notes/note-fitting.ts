/** How many notes, or how much of one, a page has room for beside its text. */
import type { Layout } from 'pagedjs';
import type { NoteBox, Notes } from './note-box.ts';
import type { Note } from './notes.ts';

/** A page whose text is laid out, and how its overflow is found. */
export interface OpenPage {
  readonly rendered: Element;
  /** Of the page area, notes included. */
  readonly bounds: DOMRect;
  readonly layout: Layout;
  /** Where the text is full within such bounds. */
  readonly find: (bounds: DOMRect) => Range | undefined;
  /** Whether all of the document's text stands on the page or overflows from it; no more will be added. */
  readonly last: boolean;
  /** Whether the page may end at such a place: not before its first box, nor within one that should be whole. */
  readonly mayEnd: (range: Range) => boolean;
}

/** Notes that one place of the text brings to the page: its own, and those that this one refers to. */
export interface Group {
  readonly link: Element;
  readonly notes: readonly Note[];
}

/** Notes that do not end on their page take this much of one at most, so that the text goes on beside them. */
const mostBeside = 0.5;

export interface Fitted {
  readonly height: number;
  /** What is left of a note that is parted, or all that earlier pages have left. */
  readonly rest: Notes;
}

/** One attempt to set the notes of a page. */
export class NoteFitting {
  readonly #page: OpenPage;
  readonly #box: NoteBox;
  readonly #carried: Notes;
  /** Where the page may not end well with no notes either, its notes need not mind. */
  readonly #strict: boolean;

  constructor(page: OpenPage, box: NoteBox, carried: Notes) {
    this.#page = page;
    this.#box = box;
    this.#carried = carried;
    this.#strict = this.#isSound(0);
  }

  fit(groups: readonly Group[]): Fitted {
    const carried = this.#fitCarried();
    if (carried.rest.length > 0) return carried;
    const shown: HTMLLIElement[] = [...this.#carried];
    let taken = carried.height;
    for (const { link, notes } of groups) {
      if (!this.#isOnPage(link, taken)) break;
      const items = notes.map(({ item }) => item);
      this.#box.show([...shown, ...items]);
      const whole = this.#box.height;
      if (!this.#holds(link, whole)) return this.#part(link, { shown, items, taken, whole });
      shown.push(...items);
      taken = whole;
    }
    return { height: taken, rest: [] };
  }

  /** Notes from earlier pages; they wait where the text leaves them no room. */
  #fitCarried(): Fitted {
    if (this.#carried.length === 0) return { height: 0, rest: [] };
    this.#box.show(this.#carried);
    const most = Math.floor(this.#page.bounds.height * mostBeside);
    const rest = this.#box.height > most ? this.#box.cut(most, this.#page.layout) : [];
    const { height } = this.#box;
    if (height > 0 && (!this.#strict || this.#isSound(height))) return { height, rest };
    this.#box.show([]);
    return { height: 0, rest: this.#carried };
  }

  /**
   * A note that does not fit with the line that refers to it: as much of it as fits, or its line goes to the next page. The
   * line goes, too, where all of the text would stand on this page and the rest of the note alone on the next.
   */
  #part(
    link: Element,
    notes: { readonly shown: Notes; readonly items: Notes; readonly taken: number; readonly whole: number },
  ): Fitted {
    const { shown, items, taken, whole } = notes;
    const rest = this.#box.cut(this.#roomFor(link, taken, whole), this.#page.layout);
    const [first] = items;
    const begun = this.#box.notes.some(({ dataset }) => dataset['pageNote'] === first?.dataset['pageNote']);
    const { height } = this.#box;
    if (begun && this.#goesOn(height)) return { height, rest };
    const without = this.#most(link, taken, whole) + 1;
    const pushed = this.#find(without);
    if (pushed !== undefined && !isBefore(link, pushed) && this.#page.mayEnd(pushed)) {
      this.#box.show(shown);
      return { height: without, rest: [] };
    }
    if (begun) return { height, rest };
    this.#box.show(shown);
    return { height: taken, rest: [] };
  }

  /** Height for a part of a note: what its line leaves, but half of the page where the text goes on. */
  #roomFor(link: Element, least: number, tooMuch: number): number {
    const most = this.#most(link, least, tooMuch);
    const shared = Math.min(most, Math.max(least, Math.floor(this.#page.bounds.height * mostBeside)));
    return this.#goesOn(shared) ? shared : most;
  }

  #goesOn(height: number): boolean {
    return !this.#page.last || this.#find(height) !== undefined;
  }

  /** The greatest height of notes with which a reference is still on the page. */
  #most(link: Element, least: number, tooMuch: number): number {
    if (!this.#holds(link, least)) return least;
    let [low, high] = [least, Math.min(tooMuch, Math.floor(this.#page.bounds.height))];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.#holds(link, middle)) low = middle;
      else high = middle;
    }
    return low;
  }

  #find(height: number): Range | undefined {
    this.#box.take(height);
    return this.#page.find(shortened(this.#page.bounds, height));
  }

  #isOnPage(link: Element, height: number): boolean {
    const full = this.#find(height);
    return full === undefined || isBefore(link, full);
  }

  #holds(link: Element, height: number): boolean {
    return (
      height < this.#page.bounds.height && this.#isOnPage(link, height) && (!this.#strict || this.#isSound(height))
    );
  }

  /** Whether what begins the page fits above notes of such a height. */
  #isSound(height: number): boolean {
    const full = this.#find(height);
    const { left, right, bottom } = this.#page.bounds;
    const runsOver = [...this.#page.rendered.querySelectorAll('img, svg')].some((picture) => {
      const rect = picture.getBoundingClientRect();
      return rect.left >= left && rect.left < right && rect.bottom > bottom - height + 1;
    });
    return !runsOver && (full === undefined || this.#page.mayEnd(full));
  }
}

function isBefore(element: Element, range: Range): boolean {
  return range.comparePoint(element, 0) < 0;
}

/** Page bounds without the room of the notes. */
export function shortened({ x, y, width, height }: DOMRect, by: number): DOMRect {
  return new DOMRect(x, y, width, height - by);
}
