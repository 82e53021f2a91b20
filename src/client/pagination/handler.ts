/** The Paged.js handler of Planshelf: what is done at each hook. */
import { Handler, type Layout, type Page } from 'pagedjs';
import { betterStart, openCutBoxes, raiseMerged, releaseOversized, startOf } from './break-place.ts';
import { stretchLastLine } from './last-lines.ts';
import { keepOnGrid, settleAtFoot } from './line-grid.ts';
import { ContinuedTables } from './tables.ts';
import { rowOverflow } from './whole-tables.ts';

/** More corrections than this for one page mean that they undo each other. */
const mostCorrections = 12;

export class PrintHandler extends Handler {
  readonly #tables = new ContinuedTables();

  /** Before the overflow of a page is measured. */
  layout(rendered: Element): void {
    this.#tables.complete(rendered, this.chunker.source);
    keepOnGrid(rendered);
  }

  /** The place where the page is full; the returned range takes its place. */
  onOverflow(overflow: Range | undefined, rendered: Element, bounds: DOMRect, layout: Layout): Range | undefined {
    const find = (found: Range | undefined): Range | undefined => {
      const range = rowOverflow(found, rendered, bounds, (row) =>
        this.#tables.freeze(row, rendered, this.chunker.source),
      );
      return range === 'again' ? find(layout.findOverflow(rendered, bounds)) : range;
    };
    let range = find(overflow);
    for (let round = 0; range !== undefined && round < mostCorrections; round += 1) {
      const changed =
        this.#tables.freeze(startOf(range), rendered, this.chunker.source) ||
        raiseMerged(startOf(range)) ||
        releaseOversized(range, rendered, bounds.height);
      if (!changed) break;
      range = find(layout.findOverflow(rendered, bounds));
    }
    const tiedFrom = (row: HTMLTableRowElement) => this.#tables.tiedFrom(row, this.chunker.source, bounds.height);
    const start = range && betterStart(range, rendered, bounds.right, tiedFrom);
    if (range && start) {
      this.#tables.freeze(start, rendered, this.chunker.source);
      range.setStartBefore(start);
    }
    if (range) openCutBoxes(range, rendered);
    return range;
  }

  /**
   * A finished page stays as it is. Paged.js would go on watching its size and, when it changes (fonts, zoom, printing),
   * cut text from it after the pages behind it were made.
   */
  afterPageLayout(_element: Element, page: Page): void {
    page.removeListeners();
    const { wrapper } = page;
    if (wrapper === undefined) return; // left free before a right-hand page
    settleAtFoot(wrapper);
    const before = page.element.previousElementSibling;
    if (before !== null) stretchLastLine(page.element, before);
    const number = page.element.dataset['pageNumber'] ?? '?';
    const lost = page.layoutMethod?.findOverflow(wrapper)?.toString().trim() ?? '';
    if (lost !== '') throw new Error(`第 ${number} 页排不下：«${lost.slice(0, 60)}»`);
    const height = page.layoutMethod?.bounds.height ?? Infinity;
    for (const picture of wrapper.querySelectorAll('img, svg')) {
      if (picture.getBoundingClientRect().height <= height + 1) continue;
      throw new Error(`第 ${number} 页的图比版心还高，会被裁掉：请在版式的 print.css 里给图设 max-height`);
    }
  }
}
