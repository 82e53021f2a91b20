/** Places the notes of a document at the foot of its pages while the pages are made. */
import type { Chunker, Layout, Page } from 'pagedjs';
import { stretchLastLine } from '../last-lines.ts';
import { NoteBox, type Notes } from './note-box.ts';
import { type Group, NoteFitting, type OpenPage, shortened } from './note-fitting.ts';
import { type Note, referencesIn, takeNotes } from './notes.ts';
import { repeatedHead } from '../page-order.ts';

export class PageNotes {
  readonly #notes: ReadonlyMap<string, Note>;
  /** Notes that stand on a page, or are carried to one. */
  readonly #placed = new Set<string>();
  /** What has to stand on the next page: the rest of a note, and those behind it. */
  #carried: Notes = [];
  /** The same for the page after the one that is laid out. */
  #rest: Notes = [];
  #box: NoteBox | undefined;
  #last: HTMLElement | undefined;

  /** Takes the notes out of the source. */
  constructor(source: ParentNode) {
    this.#notes = takeNotes(source);
  }

  /** All notes in their order. */
  get all(): readonly Element[] {
    return [...this.#notes.values()].map(({ item }) => item);
  }

  /** Gives a page back to its text alone, before it is measured anew. */
  clear(rendered: Element): void {
    const area = rendered.closest<HTMLElement>('.pagedjs_area');
    if (this.#notes.size === 0 || area === null) return;
    this.#box?.show([]);
    this.#box = new NoteBox(area, ({ dataset }) => this.#notes.get(dataset['pageNote'] ?? '')?.section);
    this.#box.take(0);
    this.#rest = this.#carried;
  }

  /**
   * Sets the notes of a page.
   * @returns what they leave for the text
   */
  fit(page: OpenPage): DOMRect {
    this.clear(page.rendered);
    const box = this.#box;
    const groups = this.#groupsOn(page.rendered);
    if (box === undefined || (this.#carried.length === 0 && groups.length === 0)) return page.bounds;
    const { height, rest } = new NoteFitting(page, box, this.#carried).fit(groups);
    this.#rest = rest;
    box.take(height);
    return shortened(page.bounds, height);
  }

  /** What is left for the text of a page that is laid out. */
  roomOn(bounds: DOMRect): DOMRect {
    return shortened(bounds, this.#box?.height ?? 0);
  }

  #groupsOn(rendered: Element): readonly Group[] {
    const met = new Set(this.#placed);
    const chain = (id: string): readonly Note[] => {
      const note = this.#notes.get(id);
      if (note === undefined || met.has(id)) return [];
      met.add(id);
      return [note, ...referencesIn(note.item).flatMap((inner) => chain(inner.id))];
    };
    return referencesIn(rendered)
      .filter(({ link }) => link.closest(`[${repeatedHead}]`) === null)
      .map(({ link, id }) => ({ link, notes: chain(id) }))
      .filter(({ notes }) => notes.length > 0);
  }

  /**
   * The page is finished: its notes stay. Where the text ends, or a part of it that begins on a page of its own follows,
   * what is left of the notes gets pages of its own.
   */
  async finishPage(page: Page, chunker: Chunker, ends: boolean): Promise<void> {
    const { wrapper, layoutMethod } = page;
    if (this.#notes.size === 0 || wrapper === undefined || layoutMethod === undefined) return;
    const standing = new Set(this.#box?.notes.map(({ dataset }) => dataset['pageNote']));
    const waiting = this.#groupsOn(wrapper).flatMap(({ notes }) => notes);
    for (const { id } of waiting) this.#placed.add(id);
    const behind = waiting.filter(({ id }) => !standing.has(id)).map(({ item }) => item);
    const begun = new Set(this.#rest.map(({ dataset }) => dataset['pageNote']));
    this.#carried = [...this.#rest, ...behind.filter(({ dataset }) => !begun.has(dataset['pageNote']))];
    this.#finish();
    while (ends && this.#carried.length > 0) await this.#addPage(page, chunker, layoutMethod);
  }

  #finish(): void {
    const box = this.#box?.element;
    this.#box = undefined;
    if (box === undefined) return;
    if (this.#last !== undefined) stretchLastLine(box, this.#last);
    this.#last = box;
  }

  async #addPage(after: Page, chunker: Chunker, layout: Layout): Promise<void> {
    await chunker.clonePage(after);
    chunker.total = chunker.pages.length;
    const { element } = chunker.pages.at(-1) ?? after;
    for (const name of [...element.classList]) if (name.endsWith('first_page')) element.classList.remove(name);
    const area = element.querySelector<HTMLElement>('.pagedjs_area');
    if (area === null) throw new Error('the page has no area');
    this.#box = new NoteBox(area, ({ dataset }) => this.#notes.get(dataset['pageNote'] ?? '')?.section);
    const { height } = area.getBoundingClientRect();
    this.#box.take(height);
    this.#box.show(this.#carried);
    const before = this.#carried;
    this.#carried = this.#box.height > height ? this.#box.cut(height, layout, true) : [];
    if (this.#box.element === undefined)
      throw new Error(`脚注排不下：«${before[0]?.textContent.trim().slice(0, 60) ?? ''}»`);
    area.dataset['notesAlone'] = '';
    this.#finish();
  }
}
