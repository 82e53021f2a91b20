/** A table that goes on over pages keeps its head, its column widths and the places of its cells. */
import { repeatedHead } from '../page-order.ts';
import { columnWidths, continueSpans, tiedBefore, tiedHeight } from './row-spans.ts';

function sourceOf(clone: Element, source: DocumentFragment): Element | null {
  return source.querySelector(`[data-ref="${clone.getAttribute('data-ref') ?? ''}"]`);
}

/** Puts a copy of the table's own head into its continuation, without the ids, which must stay unique. */
function repeatHead(table: Element, source: DocumentFragment): void {
  if (table.querySelector(':scope > thead') !== null) return;
  const head = sourceOf(table, source)?.querySelector(':scope > thead');
  if (!head) return;
  const copy = head.cloneNode(true);
  if (!(copy instanceof Element)) return;
  copy.setAttribute(repeatedHead, '');
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    element.removeAttribute('id');
    element.removeAttribute('data-id');
    element.removeAttribute('data-ref');
  }
  table.prepend(copy);
}

/**
 * A row that is continued in its n-th cell needs the n-1 cells before it, or its texts would slip into other columns.
 * Paged.js adds them when the break is inside a cell, not when a cell starts the page.
 */
function fillRow(row: Element, source: DocumentFragment): void {
  const own = sourceOf(row, source);
  const first = row.firstElementChild;
  if (own === null || first === null) return;
  const cells = [...own.children];
  const start = cells.findIndex((cell) => cell.getAttribute('data-ref') === first.getAttribute('data-ref'));
  for (const cell of cells.slice(0, Math.max(0, start))) {
    const empty = cell.cloneNode(false);
    if (empty instanceof Element) empty.removeAttribute('id');
    row.insertBefore(empty, first);
  }
}

/** The first row of a table's continuation, for merged cells that began on an earlier page. */
function continueMerged(table: Element, source: DocumentFragment): void {
  const row = table.querySelector(`:scope > :not([${repeatedHead}]) > tr`);
  const own = row && sourceOf(row, source);
  if (row instanceof HTMLTableRowElement && own instanceof HTMLTableRowElement) continueSpans(row, own);
}

function firstWidth(element: Element): number {
  return element.getClientRects()[0]?.width ?? 0;
}

interface Widths {
  readonly columns: readonly number[];
  readonly whole: number;
}

/** Widths in CSS pixels; undefined where a column has no cell of its own. */
function widthsOf(table: HTMLTableElement): Widths | undefined {
  const columns = columnWidths(table, firstWidth);
  return columns && { columns, whole: firstWidth(table) };
}

/** Sets the whole source table where a part of it stands, only to measure it. */
function measureWhole<Measure>(
  part: HTMLTableElement,
  source: DocumentFragment,
  measure: (whole: HTMLTableElement) => Measure,
): Measure | undefined {
  const whole = sourceOf(part, source)?.cloneNode(true);
  if (!(whole instanceof HTMLTableElement)) return undefined;
  const place = document.createElement('div');
  place.style.contain = 'size'; // is not divided into columns
  place.append(whole);
  part.after(place);
  const measured = measure(whole);
  place.remove();
  return measured;
}

function setColumns(table: HTMLTableElement, widths: readonly number[]): void {
  table.querySelector(':scope > colgroup')?.remove();
  const group = document.createElement('colgroup');
  for (const width of widths) {
    const column = document.createElement('col');
    column.style.width = `${String(width)}px`;
    group.append(column);
  }
  const caption = table.querySelector(':scope > caption');
  if (caption) caption.after(group);
  else table.prepend(group);
  table.style.tableLayout = 'fixed';
}

/** The tables of one document that were split so far. */
export class ContinuedTables {
  /** `data-ref` of a table → its column widths and whole width in CSS pixels. */
  readonly #frozen = new Map<string, Widths>();
  /** `data-ref` of a row and most rows of a merged cell → the height of it and what is tied to it, in CSS pixels. */
  readonly #tied = new Map<string, number>();

  /** Completes the continued tables of a page before its overflow is measured; may run several times for a page. */
  complete(rendered: Element, source: DocumentFragment): void {
    for (const table of rendered.querySelectorAll<HTMLTableElement>('table[data-split-from]')) {
      repeatHead(table, source);
      this.#restore(table);
    }
    for (const row of rendered.querySelectorAll('tr[data-split-from]')) fillRow(row, source);
    for (const table of rendered.querySelectorAll('table[data-split-from]')) continueMerged(table, source);
  }

  #restore(table: HTMLTableElement): void {
    const frozen = this.#frozen.get(table.getAttribute('data-ref') ?? '');
    if (frozen === undefined || table.style.tableLayout === 'fixed') return;
    setColumns(table, frozen.columns);
    table.style.width = `${String(frozen.whole)}px`;
  }

  /**
   * Freezes the columns of a table that is about to be split, at the widths that the whole table would have: an automatic
   * layout of each part would give other widths on each page, and change under the rows that were measured already.
   * @returns whether the layout may have changed
   */
  freeze(at: Node, rendered: Element, source: DocumentFragment): boolean {
    const table = (at instanceof Element ? at : at.parentElement)?.closest('table');
    const ref = table?.getAttribute('data-ref') ?? '';
    if (!table || !rendered.contains(table) || this.#frozen.has(ref)) return false;
    const widths = measureWhole(table, source, widthsOf);
    if (widths === undefined) return false;
    this.#frozen.set(ref, widths);
    this.#restore(table);
    return true;
  }

  /**
   * The row that a row must not be parted from: the first of those that merged cells tie to it. A group that is taller than
   * a page is divided, but not the smaller ones within it.
   * @param height of the page area in CSS pixels
   */
  tiedFrom(row: HTMLTableRowElement, source: DocumentFragment, height: number): HTMLTableRowElement | undefined {
    let tied = tiedBefore(row);
    for (let most = Infinity; tied.first !== row && this.#tiedHeight(tied.first, most, source) > height;) {
      most = tied.longest - 1;
      tied = tiedBefore(row, most);
    }
    return tied.first === row ? undefined : tied.first;
  }

  /** Measured in the whole table: a part of the rows may stand on the page before, or not yet on this one. */
  #tiedHeight(first: HTMLTableRowElement, most: number, source: DocumentFragment): number {
    const table = first.closest('table');
    const ref = first.getAttribute('data-ref') ?? '';
    const name = `${ref} ${String(most)}`;
    const known = this.#tied.get(name);
    if (known !== undefined || table === null) return known ?? Infinity;
    const height = measureWhole(table, source, (whole) => {
      const same = whole.querySelector(`tr[data-ref="${ref}"]`);
      return same instanceof HTMLTableRowElement ? tiedHeight(tiedBefore(same, most).first, most) : undefined;
    });
    this.#tied.set(name, height ?? Infinity);
    return height ?? Infinity;
  }
}
