import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { hasClass } from '../model/element.ts';
import { inked, inkedWithJoints, PAGE_NUMBER } from './pdf/ink.ts';
import { numberToken } from './list-marker.ts';
import { notesLast, notesMark } from './page-notes.ts';
import { attribute, decodeFragment, hasNoMarkers, inputText, isPainted } from './pdf/painted.ts';

/**
 * One row: the text of its cells, in order. Cells without text are left out: Chromium gives them no tag, so a PDF does not
 * tell where they are.
 */
export type ExpectedRow = readonly string[];

/** A table of the source; texts are inked. */
export interface ExpectedTable {
  readonly caption: string;
  readonly head: readonly ExpectedRow[];
  /** All rows outside the head that have text, in source order. */
  readonly rows: readonly ExpectedRow[];
}

/** A stretch of the expected text, in characters of {@link ExpectedDocument.text}. */
export interface ExpectedRange {
  readonly start: number;
  readonly end: number;
}

interface ExpectedHeading extends ExpectedRange {
  readonly text: string;
  /** 1 for the outermost; a level that the source skips is not counted, as in a PDF outline. */
  readonly depth: number;
  /** That of its tag, h1 to h6. */
  readonly level: number;
}

export interface ExpectedLink {
  /** Inked, soft hyphens kept. */
  readonly text: string;
  /** The id that the link names; `undefined` for a link that leaves the document. */
  readonly target: string | undefined;
}

/** A page number within the text, as in a table of contents. */
interface ExpectedPageNumber {
  /** Place of its {@link PAGE_NUMBER} in the text. */
  readonly at: number;
  /** The id whose page number it shows. */
  readonly target: string;
}

/** From here on pages have another running head, until the next of these. */
export interface ExpectedHead {
  readonly head: string;
  readonly start: number;
}

/** A paper of a booklet. */
export interface ExpectedPaper extends ExpectedRange {
  /** Name of its template. */
  readonly template: string;
}

/** What a PDF of the document has to hold. */
export interface ExpectedDocument {
  readonly title: string;
  readonly language: string;
  /** All text in reading order, notes behind all else, inked; soft hyphens kept, list numbers as tokens. */
  readonly text: string;
  /** Where the notes at the feet of pages begin in the text. */
  readonly notesFrom: number;
  readonly tables: readonly ExpectedTable[];
  readonly headings: readonly ExpectedHeading[];
  readonly links: readonly ExpectedLink[];
  readonly targets: ReadonlyMap<string, ExpectedRange>;
  /** From `data-page-of`, in order. */
  readonly pageNumbers: readonly ExpectedPageNumber[];
  /** From `data-running-head`, in order; none in a document of one part. */
  readonly heads: readonly ExpectedHead[];
  /** From `data-begins="right"`: what begins on a right-hand page. */
  readonly onRightHand: readonly ExpectedRange[];
  /** From `.booklet-paper`, in order. */
  readonly papers: readonly ExpectedPaper[];
}

interface RangedTable {
  readonly caption: ExpectedRange[];
  readonly head: ExpectedRange[][];
  readonly rows: ExpectedRange[][];
}

/** What has been read so far: places in a text that is put together at the end. */
class Reading {
  readonly tables: RangedTable[] = [];
  readonly headings: (ExpectedRange & { readonly depth: number; readonly level: number })[] = [];
  readonly links: (ExpectedRange & { readonly target: string | undefined })[] = [];
  readonly targets = new Map<string, ExpectedRange>();
  readonly pageNumbers: ExpectedPageNumber[] = [];
  readonly heads: ExpectedHead[] = [];
  readonly onRightHand: ExpectedRange[] = [];
  readonly papers: ExpectedPaper[] = [];
  notesFrom: number | undefined;
  length = 0;
  readonly #pieces: string[] = [];
  #open: readonly number[] = [];

  add(text: string): void {
    this.#pieces.push(text);
    this.length += text.length;
  }

  text(): string {
    return this.#pieces.join('');
  }

  /** Depth of a heading below the headings that are open; opens it. */
  depthOf(rank: number): number {
    this.#open = [...this.#open.filter((open) => open < rank), rank];
    return this.#open.length;
  }
}

type Node = Root | RootContent | ElementContent;

const HEADING = /^h[1-6]$/;

/**
 * Reads a complete, unpaginated print document.
 * Left out: what HTML itself does not paint, `hidden`, and everything inside `data-screen-only`, which a template hides.
 */
export function readExpected(html: string): ExpectedDocument {
  const root = notesLast(fromHtml(html));
  const reading = new Reading();
  read(root, reading);
  const text = reading.text();
  const slice = ({ start, end }: ExpectedRange): string => text.slice(start, end);
  const page = find(root, 'html');
  const title = find(root, 'title');
  return {
    title: title ? rawText(title).trim() : '',
    language: page ? attribute(page, 'lang') : '',
    text,
    notesFrom: reading.notesFrom ?? text.length,
    tables: reading.tables.map(({ caption, head, rows }) => ({
      caption: caption.map(slice).join(''),
      head: head.map((row) => row.map(slice)),
      rows: rows.map((row) => row.map(slice)),
    })),
    headings: reading.headings.map((heading) => ({ ...heading, text: inked(slice(heading)) })),
    links: reading.links.map((link) => ({ text: slice(link), target: link.target })),
    targets: reading.targets,
    pageNumbers: reading.pageNumbers,
    heads: reading.heads,
    onRightHand: reading.onRightHand,
    papers: reading.papers,
  };
}

function read(node: Node, reading: Reading): void {
  if (node.type === 'text') reading.add(inkedWithJoints(node.value));
  if (node.type === 'root') readAll(node.children, reading);
  if (node.type !== 'element' || !isPainted(node)) return;
  const start = reading.length;
  if (node.properties[notesMark] !== undefined) reading.notesFrom = start;
  const head = node.properties['dataRunningHead'];
  if (typeof head === 'string') reading.heads.push({ head, start });
  readElement(node, reading);
  const range = { start, end: reading.length };
  if (node.properties['dataBegins'] === 'right') reading.onRightHand.push(range);
  if (hasClass(node, 'booklet-paper')) reading.papers.push({ ...range, template: attribute(node, 'dataTemplate') });
  const id = node.properties['id'];
  if (typeof id === 'string' && !reading.targets.has(id)) reading.targets.set(id, range);
  if (range.end === start) return;
  if (HEADING.test(node.tagName)) {
    const level = Number(node.tagName.slice(1));
    reading.headings.push({ ...range, level, depth: reading.depthOf(level) });
  }
  const href = node.properties['href'];
  if (node.tagName === 'a' && typeof href === 'string') {
    reading.links.push({ ...range, target: href.startsWith('#') ? decodeFragment(href.slice(1)) : undefined });
  }
}

function readElement(node: Element, reading: Reading): void {
  const pageOf = attribute(node, 'dataPageOf');
  if (pageOf !== '') {
    reading.pageNumbers.push({ at: reading.length, target: pageOf.slice(1) });
    reading.add(PAGE_NUMBER);
  }
  if (node.tagName === 'table') readTable(node, reading);
  else if (node.tagName === 'ol') readNumbered(node, reading);
  else if (node.tagName === 'input') reading.add(inked(inputText(node)));
  else readAll(node.children, reading);
}

function readAll(nodes: readonly Node[], reading: Reading): void {
  for (const node of nodes) read(node, reading);
}

function readTable(node: Element, reading: Reading): void {
  const table: RangedTable = { caption: [], head: [], rows: [] };
  const walk = (parent: Element, into: ExpectedRange[][]): void => {
    for (const child of parent.children) {
      const start = reading.length;
      if (child.type === 'element' && isPainted(child) && /^(?:thead|tbody|tfoot)$/.test(child.tagName)) {
        walk(child, child.tagName === 'thead' ? table.head : into);
      } else if (child.type === 'element' && isPainted(child) && child.tagName === 'tr') {
        const row = readRow(child, reading);
        if (row.length > 0) into.push(row);
      } else {
        read(child, reading);
        table.caption.push({ start, end: reading.length });
      }
    }
  };
  walk(node, table.rows);
  reading.tables.push(table);
}

function readRow(row: Element, reading: Reading): ExpectedRange[] {
  const cells: ExpectedRange[] = [];
  for (const child of row.children) {
    const start = reading.length;
    read(child, reading);
    if (child.type === 'element' && reading.length > start) cells.push({ start, end: reading.length });
  }
  return cells;
}

function readNumbered(list: Element, reading: Reading): void {
  const items = list.children.filter((child) => child.type === 'element' && child.tagName === 'li');
  const reversed = list.properties['reversed'] === true;
  const first = Number(list.properties['start'] ?? (reversed ? items.length : 1));
  const numbered = !hasNoMarkers(list);
  let ordinal = first;
  for (const child of list.children) {
    if (child.type === 'element' && child.tagName === 'li' && isPainted(child)) {
      ordinal = Number(child.properties['value'] ?? ordinal);
      if (numbered && !hasNoMarkers(child)) reading.add(numberToken(String(ordinal)));
      ordinal += reversed ? -1 : 1;
    }
    read(child, reading);
  }
}

function find(node: Node, tagName: string): Element | undefined {
  if (node.type === 'element' && node.tagName === tagName) return node;
  if (node.type !== 'element' && node.type !== 'root') return undefined;
  for (const child of node.children) {
    const found = find(child, tagName);
    if (found) return found;
  }
  return undefined;
}

function rawText(node: Node): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' || node.type === 'root' ? node.children.map(rawText).join('') : '';
}
