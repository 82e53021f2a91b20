import type { Element } from 'hast';
import { h } from '../model/element.ts';
import { cellPieces, headPieces } from './cell-pieces.ts';
import { type Measure, fitColumns } from './column-fit.ts';

/** An A4 page with 165 mm of text, cells of 9 pt with 3.5 pt at each side. */
const paper: Measure = { width: 52, padding: 0.8 };

/** Where a template sets tables in another type or measure, a table says how many em of its type it is wide. */
function measureOf({ properties: { dataMeasure } }: Element): Measure {
  const width = Number(dataMeasure);
  return width > 0 ? { ...paper, width } : paper;
}

/**
 * Gives a table the widths of its columns, as shares that suit what is in them, in a column group that replaces the one
 * it has. A table with merged cells is left alone.
 *
 * The `width` attribute, and not a style, because pages to read allow no style in the document.
 *
 * ```html
 * <table><tr><td>巡查</td><td>每周走遍各楼栋</td></tr></table>
 * ```
 * ```html
 * <table><colgroup><col width="25.3%"><col width="74.7%"></colgroup><tr>…
 * ```
 */
export function sizeColumns(table: Element): void {
  const rows = tableRows(table).map(cellsOf);
  const [first] = rows;
  if (first === undefined || first.length < 2) return;
  if (rows.some((row) => row.length !== first.length || row.some(isMerged))) return;
  const shares = fitColumns(
    rows.map((row) => row.map((cell) => (cell.properties['scope'] === 'col' ? headPieces(cell) : cellPieces(cell)))),
    measureOf(table),
  );
  const group = h('colgroup', [
    ...shares.map((share, index) => h('col', { ...nameOf(first[index]), width: `${Math.round(share * 1000) / 10}%` })),
  ]);
  const rest = table.children.filter((child) => child.type !== 'element' || child.tagName !== 'colgroup');
  const captions = rest.findLastIndex((child) => child.type === 'element' && child.tagName === 'caption') + 1;
  table.children = [...rest.slice(0, captions), group, ...rest.slice(captions)];
}

/** The class that a column's cells share. */
function nameOf(cell: Element | undefined): { className?: string[] } {
  const { className } = cell?.properties ?? {};
  const name = Array.isArray(className) ? className.find((part) => /^col-/.test(part)) : undefined;
  return name === undefined ? {} : { className: [name] };
}

/** All rows of a table, the head's first. */
export function tableRows(table: Element): Element[] {
  return table.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (child.tagName === 'tr') return [child];
    return /^t(?:head|body|foot)$/.test(child.tagName) ? tableRows(child) : [];
  });
}

function cellsOf(row: Element): Element[] {
  return row.children.filter((child) => child.type === 'element');
}

function isMerged({ properties }: Element): boolean {
  return properties['colSpan'] !== undefined || properties['rowSpan'] !== undefined;
}
