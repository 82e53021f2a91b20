/** Where a page may end: corrections to the place that Paged.js found. */
import { elementBefore, hasContentBefore, repeatedHead, wholeHeight } from './page-order.ts';

/** The node that the next page would start with: an element if the break is before one, else the text that is cut. */
export function startOf(range: Range): Node {
  const { startContainer, startOffset } = range;
  return startContainer instanceof Text ? startContainer : (startContainer.childNodes[startOffset] ?? startContainer);
}

/** The boxes that the break is in or before, from the outside in. */
function boxesAt(at: Node, rendered: Element): readonly HTMLElement[] {
  const boxes: HTMLElement[] = [];
  for (let node: Node | null = at; node !== null && node !== rendered; node = node.parentNode) {
    if (node instanceof HTMLElement) boxes.unshift(node);
  }
  for (let node = at instanceof Element ? at.firstElementChild : null; node !== null; node = node.firstElementChild) {
    if (node instanceof HTMLElement) boxes.push(node);
  }
  return boxes;
}

/**
 * Takes the space below the last line of each cell. Chromium would rather move a whole row to the next column than break it
 * inside such space.
 * @returns whether there was any
 */
function tighten(row: HTMLElement): boolean {
  let changed = false;
  for (const cell of row.children) {
    for (let box: Element | null = cell; box instanceof HTMLElement; box = box.lastElementChild) {
      const { marginBottom, paddingBottom } = getComputedStyle(box);
      changed ||= parseFloat(marginBottom) > 0 || parseFloat(paddingBottom) > 0;
      box.style.marginBottom = '0';
      box.style.paddingBottom = '0';
    }
  }
  return changed;
}

/**
 * Sets the text of a merged cell at its top: in the middle of rows that go on on the next page, it would be the first thing
 * that no longer fits, although it stands in the first of them.
 * @returns whether the layout may have changed
 */
export function raiseMerged(at: Node): boolean {
  const cell = (at instanceof Element ? at : at.parentElement)?.closest<HTMLTableCellElement>('td, th');
  if (!cell || cell.rowSpan === 1 || cell.style.verticalAlign === 'top') return false;
  cell.style.verticalAlign = 'top';
  return true;
}

/**
 * Lets a box be broken that can never be whole: it is taller than the page, or it is the first on its page and still does
 * not fit. Without this it would be pushed on for ever, or run out of the page.
 * @param height of the page area in CSS pixels
 * @returns whether the layout may have changed
 */
export function releaseOversized(range: Range, rendered: Element, height: number): boolean {
  const at = startOf(range);
  const boxes = boxesAt(at, rendered);
  const box = boxes.find((element) => getComputedStyle(element).breakInside === 'avoid');
  if (box === undefined) {
    const row = at instanceof Element ? boxes.find((element) => element.localName === 'tr') : undefined;
    return row !== undefined && !hasContentBefore(row, rendered) && tighten(row);
  }
  if (wholeHeight(box) <= height && hasContentBefore(box, rendered)) return false;
  for (const part of [box, ...box.querySelectorAll<HTMLElement>(':scope > td, :scope > th')]) {
    part.style.breakInside = 'auto';
  }
  return true;
}

function keepsWithNext(element: Element): boolean {
  return element.getAttribute('data-break-after') === 'avoid';
}

function keepsWithPrevious(element: Element): boolean {
  return element.getAttribute('data-break-before') === 'avoid';
}

/** Rows that go along with what must not stand without the table before it. */
const rowsAlong = 2;

/** The last rows of a long table, by the first of them; a short table goes along whole. */
function lastOf(element: Element): Element {
  if (!(element instanceof HTMLTableElement)) return element;
  const rows = [...element.rows].filter((row) => row.parentElement?.localName !== 'thead');
  return (rows.length > rowsAlong + 1 ? rows.at(-rowsAlong) : undefined) ?? element;
}

/**
 * The place for a break at or in a table that has to stay with what follows it. Paged.js goes back over the whole table;
 * where it stands on the page as a whole, its last rows are enough. Where the page is full before its very last row, that one
 * row is too few.
 * @param right end of the page area in CSS pixels
 */
function enoughOf(at: Element, right: number): Element {
  const table = at.closest('table');
  const next = table?.nextElementSibling ?? null;
  if (table === null || next === null || !keepsWithPrevious(next)) return at;
  const last = lastOf(table);
  if (at === table) return table.getBoundingClientRect().right <= right + 1 ? last : at;
  return at === last.nextElementSibling ? last : at;
}

/** Finds the row that a row must not be parted from; see `ContinuedTables.tiedFrom`. */
export type TiedFrom = (row: HTMLTableRowElement) => Element | undefined;

/** The row of a merged cell that a break is in: it is not divided there, since the rows beside it would be. */
function rowOfMerged(at: Node, tiedFrom: TiedFrom): Element | undefined {
  const cell = (at instanceof Element ? at : at.parentElement)?.closest<HTMLTableCellElement>('td, th');
  const next = cell && cell.rowSpan !== 1 ? cell.parentElement?.nextElementSibling : undefined;
  return next instanceof HTMLTableRowElement ? tiedFrom(next) : undefined;
}

/** One step back from an element that must not start the page, or undefined if it may. */
function stepBack(element: Element, rendered: Element, tiedFrom: TiedFrom): Element | undefined {
  const tied = element instanceof HTMLTableRowElement ? tiedFrom(element) : undefined;
  if (tied !== undefined) return tied;
  const before = elementBefore(element);
  if (before !== null) {
    if (keepsWithNext(before)) return before;
    if (keepsWithPrevious(element)) return lastOf(before);
    // A head or caption alone at the foot of a page says nothing.
    if (['thead', 'caption'].includes(before.localName) && element.parentElement) return element.parentElement;
    return undefined;
  }
  const parent = element.parentElement;
  if (!parent || parent === rendered || !rendered.contains(parent)) return undefined;
  return hasContentBefore(element, parent) ? undefined : parent;
}

/**
 * The paragraph that a break divides into two lines and one. Chromium (153, 156) does so with one of three lines, which
 * cannot have two on either side, although the whole of it could go to the next page.
 */
function dividedShort(at: Text): Element | undefined {
  const block = at.parentElement?.closest('p, li');
  if (!block || block.hasAttribute('data-split-from') || block.closest('tr') !== null) return undefined;
  const { lineHeight, widows } = getComputedStyle(block);
  // The part before a break is stretched to the end of its page.
  const linesIn = (rect: DOMRect): number => Math.floor(rect.height / parseFloat(lineHeight) + 0.1);
  const lines = [...block.getClientRects()].map(linesIn);
  return lines.length === 2 && lines[1] === 1 && Number(widows) > 1 && (lines[0] ?? 0) < 3 ? block : undefined;
}

/**
 * Moves a break back so that no heading (any number of them, one after the other), table head or caption is left alone at
 * the foot of a page, and what must stay with a table has its last rows. A break inside a text stays where Chromium has
 * placed it by `orphans` and `widows`, unless it could not keep both.
 * @param right end of the page area in CSS pixels
 * @returns the element that shall start the next page, or undefined if the place is good or nothing would remain on the page
 */
export function betterStart(range: Range, rendered: Element, right: number, tiedFrom: TiedFrom): Element | undefined {
  const best = wantedStart(range, rendered, right, tiedFrom);
  return best !== undefined && hasContentBefore(best, rendered) ? best : undefined;
}

/**
 * Whether a page may end at a place: something stands before what has to go with it, and no box that should be whole and
 * begins the page is divided.
 */
export function mayEndAt(range: Range, rendered: Element, right: number, tiedFrom: TiedFrom): boolean {
  const whole = boxesAt(startOf(range), rendered).find((box) => getComputedStyle(box).breakInside === 'avoid');
  return hasContentBefore(whole ?? wantedStart(range, rendered, right, tiedFrom) ?? startOf(range), rendered);
}

function wantedStart(range: Range, rendered: Element, right: number, tiedFrom: TiedFrom): Element | undefined {
  const start = startOf(range);
  const at = rowOfMerged(start, tiedFrom) ?? (start instanceof Text ? dividedShort(start) : start);
  if (!(at instanceof Element)) return undefined;
  let place = enoughOf(at, right);
  let best = place === start ? undefined : place;
  const back = (from: Element): Element | undefined => stepBack(from, rendered, tiedFrom);
  for (let step = back(place); step !== undefined; step = back(place)) {
    if (step.hasAttribute(repeatedHead)) break;
    place = step;
    best = step;
  }
  return best;
}

/** Marks the boxes that go on on the next page; `page-style.ts` takes the space and border from their end. */
export const openEnd = 'data-open-end';

/**
 * Marks the boxes that the break cuts. Their bottom padding, margin and border belong to the end of the box on a later page;
 * left here, they would not fit below the last line, and Chromium would push the whole box or its last lines out of the page.
 * A table that is cut between two rows keeps its border.
 */
export function openCutBoxes(range: Range, rendered: Element): void {
  const inRow = startOf(range).parentElement?.closest('tr') !== null;
  for (let node: Node | null = range.startContainer; node !== null && node !== rendered; node = node.parentNode) {
    if (!(node instanceof HTMLElement)) continue;
    if (inRow || !['table', 'tbody'].includes(node.localName)) node.setAttribute(openEnd, '');
  }
}
