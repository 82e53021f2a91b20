/** The Paged.js handler of Planshelf: what is done at each hook. */
import { type BreakToken, type Chunker, Handler, type Layout, type Page } from 'pagedjs';
import { betterStart, mayEndAt, openCutBoxes, raiseMerged, releaseOversized, startOf } from './break-place.ts';
import { assertComplete } from './completeness.ts';
import { stretchLastLine } from './last-lines.ts';
import { keepOnGrid, clearFootOffset } from './line-grid.ts';
import { PageNotes } from './notes/page-notes.ts';
import { ContinuedTables } from './tables/tables.ts';
import { rowOverflow } from './tables/whole-tables.ts';
import { hasContentBefore } from './page-order.ts';

/** More corrections than this for one page mean that they undo each other. */
const mostCorrections = 12;

export class PrintHandler extends Handler {
  readonly #tables = new ContinuedTables();
  #notes: PageNotes | undefined;

  /** Before the first page. */
  afterParsed(source: DocumentFragment): void {
    this.#notes = new PageNotes(source);
  }

  /** Before the overflow of a page is measured. */
  layout(rendered: Element): void {
    this.#tables.complete(rendered, this.chunker.source);
    keepOnGrid(rendered);
    this.#notes?.clear(rendered);
  }

  /** The page is measured once more without what was taken from it. */
  afterOverflowRemoved(_removed: DocumentFragment, rendered: Element): void {
    this.#notes?.clear(rendered);
  }

  /** The place where the page is full; the returned range takes its place. */
  onOverflow(overflow: Range | undefined, rendered: Element, bounds: DOMRect, layout: Layout): Range | undefined {
    const freeze = (row: HTMLTableRowElement) => this.#tables.freeze(row, rendered, this.chunker.source);
    const corrected = (found: Range | undefined, within: DOMRect): Range | undefined => {
      const range = rowOverflow(found, rendered, within, freeze);
      return range === 'again' ? find(within) : range;
    };
    const find = (within: DOMRect) => corrected(layout.findOverflow(rendered, within), within);
    const tiedFrom = (row: HTMLTableRowElement) => this.#tables.tiedFrom(row, this.chunker.source, bounds.height);
    const mayEnd = (range: Range) => mayEndAt(range, rendered, bounds.right, tiedFrom);
    const room = this.#notes?.fit({ rendered, bounds, layout, find, mayEnd, last: this.#holdsEnd(rendered) }) ?? bounds;
    let range = room === bounds ? corrected(overflow, bounds) : find(room);
    for (let round = 0; range !== undefined && round < mostCorrections; round += 1) {
      const changed =
        this.#tables.freeze(startOf(range), rendered, this.chunker.source) ||
        raiseMerged(startOf(range)) ||
        releaseOversized(range, rendered, bounds.height);
      if (!changed) break;
      range = find(room);
    }
    const start = range && betterStart(range, rendered, bounds.right, tiedFrom);
    if (range && start) {
      this.#tables.freeze(start, rendered, this.chunker.source);
      range.setStartBefore(start);
    }
    if (range) openCutBoxes(range, rendered);
    return range;
  }

  #holdsEnd(rendered: Element): boolean {
    let last = this.chunker.source.lastElementChild;
    while (last?.lastElementChild) last = last.lastElementChild;
    return last !== null && rendered.querySelector(`[data-ref="${last.getAttribute('data-ref') ?? ''}"]`) !== null;
  }

  /**
   * A finished page stays as it is. Paged.js would go on watching its size and, when it changes (fonts, zoom, printing),
   * cut text from it after the pages behind it were made.
   */
  async afterPageLayout(_element: Element, page: Page, next: BreakToken | undefined, chunker: Chunker): Promise<void> {
    page.removeListeners();
    const { wrapper } = page;
    if (wrapper === undefined) return; // left free before a right-hand page
    clearFootOffset(wrapper);
    const before = page.element.previousElementSibling;
    if (before !== null) stretchLastLine(page.element, before);
    const number = page.element.dataset['pageNumber'] ?? '?';
    const bounds = page.layoutMethod?.bounds;
    const room = bounds && (this.#notes?.roomOn(bounds) ?? bounds);
    const lost = page.layoutMethod?.findOverflow(wrapper, room)?.toString().trim() ?? '';
    if (lost !== '') throw new Error(`第 ${number} 页排不下：«${lost.slice(0, 60)}»`);
    const height = room?.height ?? Infinity;
    for (const picture of wrapper.querySelectorAll('img, svg')) {
      if (picture.getBoundingClientRect().height <= height + 1) continue;
      throw new Error(`第 ${number} 页的图比版心还高，会被裁掉：请在版式的 print.css 里给图设 max-height`);
    }
    await this.#notes?.finishPage(page, chunker, next === undefined || isForced(next));
  }

  /** After the last page. */
  afterRendered(pages: readonly Page[]): void {
    assertComplete(this.chunker.source, pages, this.#notes?.all ?? []);
  }
}

const forcing = new Set(['always', 'page', 'left', 'right', 'recto', 'verso']);

/** The place where the next page begins, or a box that begins there, has a forced break before it or pages of its own. */
function isForced({ node }: BreakToken): boolean {
  for (let at: Node | null = node; at instanceof HTMLElement; at = at.parentElement) {
    const { breakBefore = '', previousBreakAfter = '', page } = at.dataset;
    if (forcing.has(breakBefore) || forcing.has(previousBreakAfter) || page !== undefined) return true;
    if (at.parentNode === null || hasContentBefore(at, at.parentElement ?? at)) return false;
  }
  return false;
}
