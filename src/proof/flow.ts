import { inkedWithJoints } from './pdf/ink.ts';
import { markerToken } from './list-marker.ts';
import { textAndNotes } from './page-notes.ts';
import type { PdfElement, PdfNode, PdfPage } from './pdf/pdf-document.ts';

/** One table row on one page: its cells that have text; texts are inked. */
export interface PdfRow {
  readonly cells: readonly string[];
  /** Some text of the row has no tag of its own, so which cell it belongs to is not known. */
  readonly untagged: boolean;
  /** Untagged text after the last tagged text of the row; see `RowQueue`. */
  readonly trailing: string;
}

/** What one page holds of a table. */
export interface TableFragment {
  readonly kind: 'table';
  readonly page: number;
  /** Text of the table outside its rows: its caption. */
  readonly caption: string;
  readonly rows: readonly PdfRow[];
  /** Nothing stands before it on its page. */
  readonly startsPage: boolean;
  /** Nothing stands after it on its page. */
  readonly endsPage: boolean;
}

interface TextRun {
  readonly kind: 'text';
  readonly page: number;
  readonly text: string;
}

export type FlowItem = TextRun | TableFragment;

/**
 * The text of all pages in reading order, running heads aside, and behind it the notes of all pages.
 *
 * @param untaggedStarts - by page: untagged text that it begins with and that is no running head
 */
export function flowOfPages(
  pages: readonly PdfPage[],
  untaggedStarts: ReadonlyMap<number, string>,
): readonly FlowItem[] {
  const parts = pages.map(({ number, tree }) => ({ number, ...textAndNotes(tree) }));
  return [
    ...parts.flatMap(({ number, text }) => flowOfPart(text, number, untaggedStarts.get(number) ?? '')),
    ...parts.flatMap(({ number, notes }) => flowOfPart(notes, number, '')),
  ];
}

function flowOfPart(tree: PdfElement, number: number, untaggedStart: string): readonly FlowItem[] {
  const raw: (string | PdfElement)[] = [untaggedStart];
  collect(tree, raw);
  const merged: (TextRun | PdfElement)[] = [];
  let text = '';
  const flush = (): void => {
    if (inkedWithJoints(text) !== '') merged.push({ kind: 'text', page: number, text: inkedWithJoints(text) });
    text = '';
  };
  for (const piece of raw) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    flush();
    merged.push(piece);
  }
  flush();
  const last = merged.length - 1;
  return merged.map((item, index) =>
    item.kind === 'text' ? item : fragment(item, number, index === 0, index === last),
  );
}

function collect(node: PdfNode, into: (string | PdfElement)[]): void {
  if (node.kind === 'text') into.push(node.text);
  else if (node.kind === 'element') {
    if (node.role === 'Table') into.push(node);
    else if (node.role === 'Lbl') into.push(labelText(node));
    else for (const child of node.children) collect(child, into);
  }
}

/** Text of an element, list numbers as tokens. */
export function textOf(node: PdfNode): string {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'annotation') return '';
  return node.role === 'Lbl' ? labelText(node) : node.children.map(textOf).join('');
}

/** The marker, and the text that was painted after it without a tag. */
function labelText(label: PdfElement): string {
  const texts = textNodes(label);
  const own = texts.filter((node) => !node.untagged).map((node) => node.text);
  const after = texts.filter((node) => node.untagged).map((node) => node.text);
  return markerToken(own.join('')) + after.join('');
}

function textNodes(node: PdfNode): readonly { readonly text: string; readonly untagged: boolean }[] {
  if (node.kind === 'text') return [node];
  return node.kind === 'element' ? node.children.flatMap(textNodes) : [];
}

function fragment(table: PdfElement, page: number, startsPage: boolean, endsPage: boolean): TableFragment {
  const rows: PdfRow[] = [];
  let caption = '';
  const walk = (node: PdfNode): void => {
    if (node.kind !== 'element') caption += textOf(node);
    else if (node.role === 'TR') {
      const row = readRow(node);
      if (row.cells.length > 0 || row.trailing !== '') rows.push(row);
    } else if (node.role === 'Caption') caption += textOf(node);
    else node.children.forEach(walk);
  };
  table.children.forEach(walk);
  return { kind: 'table', page, caption: inkedWithJoints(caption), rows, startsPage, endsPage };
}

function readRow(row: PdfElement): PdfRow {
  const texts: { cell: number; text: string; untagged: boolean }[] = [];
  let cell = 0;
  const walk = (node: PdfNode): void => {
    if (node.kind === 'text') texts.push({ cell, text: inkedWithJoints(node.text), untagged: node.untagged });
    else if (node.kind === 'element' && node.role === 'Lbl') {
      texts.push({ cell, text: inkedWithJoints(labelText(node)), untagged: false });
    } else if (node.kind === 'element') {
      if (/^T[HD]$/.test(node.role)) cell++;
      node.children.forEach(walk);
    }
  };
  row.children.forEach(walk);
  const painted = texts.filter(({ text }) => text !== '');
  const own = painted.slice(0, painted.findLastIndex(({ untagged }) => !untagged) + 1);
  const cells = [...Map.groupBy(own, (text) => text.cell).values()].map((parts) =>
    parts.map(({ text }) => text).join(''),
  );
  const trailing = painted
    .slice(own.length)
    .map(({ text }) => text)
    .join('');
  return { cells, untagged: own.some(({ untagged }) => untagged), trailing };
}
