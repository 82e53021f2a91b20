/** The notes at the foot of one page. */
import type { Layout } from 'pagedjs';
import { betterStart, startOf } from '../break-place.ts';
import { hasContentBefore, repeatedHead } from '../page-order.ts';
import { rowOverflow } from '../tables/whole-tables.ts';

/** Marks the box; Chromium tags it as what stands beside the text, by which the proof knows it. */
const boxName = 'data-page-notes';

const heightName = '--pagedjs-footnotes-height';
/** Distance of the columns that a box is laid out in to find where it is full. */
const gap = 100;

/** Notes, or parts of them, in the order in which they stand; each a list item. */
export type Notes = readonly HTMLLIElement[];

function same(part: Element): string {
  return `[data-ref="${part.getAttribute('data-ref') ?? ''}"]`;
}

export class NoteBox {
  readonly #area: HTMLElement;
  readonly #place: Element;
  readonly #sectionOf: (note: HTMLLIElement) => Element | undefined;
  #box: HTMLElement | undefined;

  /**
   * @param area of the page
   * @param sectionOf what stands around a note
   */
  constructor(area: HTMLElement, sectionOf: (note: HTMLLIElement) => Element | undefined) {
    const place = area.querySelector('.pagedjs_footnote_area');
    if (place === null) throw new Error('the page has no place for notes');
    this.#area = area;
    this.#place = place;
    this.#sectionOf = sectionOf;
  }

  get element(): HTMLElement | undefined {
    return this.#box;
  }

  /** Height of the notes in CSS pixels, as much as they take. */
  get height(): number {
    return this.#box === undefined ? 0 : Math.ceil(this.#box.getBoundingClientRect().height);
  }

  get notes(): Notes {
    return [...(this.#box?.querySelectorAll<HTMLLIElement>('[data-page-note]') ?? [])];
  }

  /** Takes so much of the page for notes. */
  take(height: number): void {
    if (height > 0) this.#area.style.setProperty(heightName, `${String(height)}px`);
    else this.#area.style.removeProperty(heightName);
  }

  /** Sets copies of notes in place of those that stand here. */
  show(notes: Notes): void {
    this.#box?.remove();
    this.#box = undefined;
    if (notes.length === 0) return;
    const box = document.createElement('aside');
    box.setAttribute(boxName, '');
    const inner = document.createElement('div');
    box.append(inner);
    let last: Element | undefined;
    let list: Element | null = null;
    for (const note of notes) {
      const section = this.#sectionOf(note);
      if (section !== last || list === null) {
        const around = (section ?? document.createElement('ol')).cloneNode(true) as Element;
        inner.append(around);
        list = around.localName === 'ol' ? around : around.querySelector('ol');
        last = section;
      }
      list?.append(note.cloneNode(true));
    }
    // A list that goes on goes on counting.
    for (const part of box.querySelectorAll('ol')) part.start = Number(itemNumber(part) ?? part.start);
    this.#place.append(box);
    this.#box = box;
  }

  /**
   * Keeps what fits into a height and takes the rest out.
   * @param layout that finds where a box is full
   * @param must something has to stay: a table that is too tall for any page is broken within its rows
   * @returns the rest
   */
  cut(height: number, layout: Layout, must = false): Notes {
    const box = this.#box;
    const inner = box?.firstElementChild;
    if (box === undefined || !inner) return [];
    const { width } = box.getBoundingClientRect();
    box.style.cssText = `height: ${String(height)}px; column-width: ${String(width)}px; column-gap: ${String(gap)}px; column-fill: auto`;
    const range = this.#overflow(inner, layout, must);
    const rest = range === undefined ? [] : this.#takeOut(range);
    box.style.cssText = '';
    if (this.notes.length === 0) this.show([]);
    return rest;
  }

  #overflow(inner: Element, layout: Layout, must: boolean): Range | undefined {
    const bounds = inner.parentElement?.getBoundingClientRect() ?? new DOMRect();
    const find = (): Range | undefined => {
      const found = layout.findOverflow(inner, bounds, gap / 2);
      const range = rowOverflow(found, inner, bounds, () => undefined);
      return range === 'again' ? find() : range;
    };
    let range = find();
    if (must && range !== undefined && !hasContentBefore(startOf(range), inner)) {
      for (const part of inner.querySelectorAll<HTMLElement>('*')) part.style.breakInside = 'auto';
      range = find();
    }
    const start = range && betterStart(range, inner, bounds.right, () => undefined);
    if (range && start) range.setStartBefore(start);
    return range;
  }

  /** The rest, its parts that go on marked as Paged.js marks them. */
  #takeOut(range: Range): Notes {
    const rest = range.extractContents();
    for (const part of rest.querySelectorAll<HTMLElement>('[data-ref]')) {
      const begun = this.#box?.querySelector<HTMLElement>(same(part));
      if (!begun) continue;
      part.dataset['splitFrom'] = part.dataset['ref'];
      begun.dataset['splitTo'] = part.dataset['ref'];
      part.removeAttribute('id');
      if (part instanceof HTMLTableElement && begun instanceof HTMLTableElement) repeatHead(part, begun);
    }
    for (const part of this.#box?.querySelectorAll('li') ?? []) {
      if (part.textContent.trim() === '' && rest.querySelector(same(part)) !== null) this.#giveBack(part, rest);
    }
    return [...rest.querySelectorAll<HTMLLIElement>('[data-page-note]')];
  }

  /** Nothing of an item has stayed but its marker: it goes to the next page whole. */
  #giveBack(item: Element, rest: DocumentFragment): void {
    const part = rest.querySelector(same(item));
    if (item.id !== '') part?.setAttribute('id', item.id);
    part?.removeAttribute('data-split-from');
    item.remove();
  }
}

/** Paged.js numbers the items of the source. */
function itemNumber({ firstElementChild: first }: Element): string | undefined {
  return first instanceof HTMLElement ? first.dataset['itemNum'] : undefined;
}

function repeatHead(table: HTMLTableElement, begun: HTMLTableElement): void {
  const head = begun.tHead?.cloneNode(true);
  if (!(head instanceof Element) || table.tHead !== null) return;
  head.setAttribute(repeatedHead, '');
  for (const element of [head, ...head.querySelectorAll('*')]) element.removeAttribute('id');
  table.prepend(head);
}
