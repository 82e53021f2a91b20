import type { Element, Nodes } from 'hast';
import { notAtStart, textWidth, unbrokenPieces } from './text-measure.ts';

/** A stretch of a cell that no line breaks, by its width in em; or the end of a line. */
export type Piece = number | 'line-end';

/** Shortest rule of a blank that a person can write on, in em of the cell's type. */
const shortestRule = { figure: 3, words: 5 } as const;
/** Size of a blank's label against the type of the cell. */
const labelSize = 0.62;
/** A longer label takes a second line. */
const labelCharacters = 6;
/** Space that is set between Chinese and Latin characters, at both sides of a word. */
const latinSpace = 0.25;
/** What is marked to stay whole does so up to this width; in a narrower column it would break anywhere. */
const widestWhole = 9.5;

/** The content of a table cell, as a line breaker sees it: text, blanks with their units, and names
 * of roles and dates, which are marked `whole`. */
export function cellPieces(cell: Element): Piece[] {
  const pieces: Piece[] = [];
  for (const child of cell.children) collect(child, pieces);
  return pieces;
}

/** A column's head is not broken within its words, or it would outgrow the figures below it. */
const widestHead = 6;

/** The same for the head of a column: `组织/报告人` may break behind the stroke only. */
export function headPieces(cell: Element): Piece[] {
  const stretches = textOf(cell).match(/[^/]+\/?/g) ?? [];
  return stretches.flatMap((stretch) => (textWidth(stretch) <= widestHead ? [textWidth(stretch)] : piecesOf(stretch)));
}

function piecesOf(text: string): number[] {
  return unbrokenPieces(text).map((piece) => textWidth(piece) + (/[A-Za-z0-9]/.test(piece) ? latinSpace : 0));
}

function collect(node: Nodes, pieces: Piece[]): void {
  if (node.type === 'text') {
    addText(node.value, pieces);
    return;
  }
  if (node.type !== 'element') return;
  const classes = classesOf(node);
  if (node.tagName === 'br') pieces.push('line-end');
  else if (classes.includes('blank')) pieces.push(blankWidth(node));
  else if (classes.includes('whole')) addWhole(node, pieces);
  else for (const child of node.children) collect(child, pieces);
  if (/^(?:p|li|div)$/.test(node.tagName)) pieces.push('line-end');
}

/** What stays whole is one piece, unless no column could be so wide. */
function addWhole(node: Element, pieces: Piece[]): void {
  const inner: Piece[] = [];
  for (const child of node.children) collect(child, inner);
  const width = inner.reduce<number>((sum, piece) => sum + (piece === 'line-end' ? 0 : piece), 0);
  if (width <= widestWhole) pieces.push(width);
  else pieces.push(...inner);
}

/** Punctuation behind an element stays with what stands before it. */
function addText(text: string, pieces: Piece[]): void {
  const [first, ...rest] = piecesOf(text);
  const last = pieces.at(-1);
  if (first === undefined) return;
  if (typeof last === 'number' && notAtStart.test(text)) pieces[pieces.length - 1] = last + first;
  else pieces.push(first);
  pieces.push(...rest);
}

function blankWidth(blank: Element): number {
  const [label, unit] = blank.children;
  const words = /^(?:text|longtext|date|money)$/.test(String(blank.properties['dataKind']));
  const rule = words ? shortestRule.words : shortestRule.figure;
  const written = Math.min(labelCharacters, textWidth(label === undefined ? '' : textOf(label))) * labelSize;
  return Math.max(rule, written + 0.4) + (unit === undefined ? 0 : textWidth(textOf(unit)));
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}

function classesOf({ properties: { className } }: Element): readonly (string | number)[] {
  return Array.isArray(className) ? className : [];
}
