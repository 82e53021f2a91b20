/** Rows that merged cells tie together: where they may be divided, and what their continuation needs. */
import { wholeHeight } from '../page-order.ts';

/** Marks the empty cell that goes on where a merged cell of the page before did. */
const continuedCell = 'data-continued-cell';

function rowsBeside(row: HTMLTableRowElement): readonly HTMLTableRowElement[] {
  const { parentElement } = row;
  return parentElement === null
    ? []
    : [...parentElement.children].filter((child) => child instanceof HTMLTableRowElement);
}

/** A `rowspan` of 0 reaches to the end of its part of the table. */
function spanOf(cell: HTMLTableCellElement): number {
  return cell.rowSpan === 0 ? Infinity : cell.rowSpan;
}

/** Rows that merged cells tie together. */
export interface TiedRows {
  readonly first: HTMLTableRowElement;
  /** Most rows that one of the merged cells covers; one where nothing ties the rows. */
  readonly longest: number;
}

/**
 * The rows before this one that must not be parted from it.
 * @param most merged cells that cover more rows are passed over
 */
export function tiedBefore(row: HTMLTableRowElement, most = Infinity): TiedRows {
  const rows = rowsBeside(row);
  let first = rows.indexOf(row);
  let longest = 1;
  for (let at = first - 1; at >= 0; at -= 1) {
    for (const cell of rows[at]?.cells ?? []) {
      const span = Math.min(spanOf(cell), rows.length - at);
      if (span > most || at + span <= first) continue;
      longest = Math.max(longest, span);
      first = at;
    }
  }
  return { first: rows[first] ?? row, longest };
}

/**
 * Height in CSS pixels of a row and all that merged cells tie to it from there on.
 * @param most merged cells that cover more rows are passed over
 */
export function tiedHeight(first: HTMLTableRowElement, most = Infinity): number {
  const rows = rowsBeside(first);
  const start = rows.indexOf(first);
  let height = 0;
  for (let at = start, end = start + 1; at < end; at += 1) {
    const row = rows[at];
    if (row === undefined) break;
    height += wholeHeight(row);
    const spans = [...row.cells].map(spanOf).filter((span) => span <= most);
    end = Math.max(end, ...spans.map((span) => at + span));
  }
  return height;
}

/** Cells by the column that they begin in, of all rows of a part of a table. */
function columnsOf(rows: readonly HTMLTableRowElement[]): readonly ReadonlyMap<number, HTMLTableCellElement>[] {
  /** For each column the index of the first row that is free again. */
  const taken: number[] = [];
  return rows.map((row, index) => {
    const cells = new Map<number, HTMLTableCellElement>();
    let column = 0;
    for (const cell of row.cells) {
      while ((taken[column] ?? 0) > index) column += 1;
      cells.set(column, cell);
      for (let covered = 0; covered < cell.colSpan; covered += 1) taken[column + covered] = index + spanOf(cell);
      column += cell.colSpan;
    }
    return cells;
  });
}

/**
 * Gives a row that begins a page an empty cell in place of each merged cell that began on an earlier page, or its own cells
 * would stand in other columns. May run several times for a row.
 * @param row on the page
 * @param own the row in the source
 */
export function continueSpans(row: HTMLTableRowElement, own: HTMLTableRowElement): void {
  if (row.querySelector(`:scope > [${continuedCell}]`) !== null) return;
  const rows = rowsBeside(own);
  const index = rows.indexOf(own);
  const columns = columnsOf(rows.slice(0, index + 1));
  const ownColumns = new Map([...(columns[index] ?? [])].map(([column, { dataset }]) => [dataset['ref'], column]));
  columns.slice(0, index).forEach((cells, at) => {
    for (const [column, cell] of cells) {
      const left = at + spanOf(cell) - index;
      if (left <= 0) continue;
      const next = [...row.cells].find(
        ({ dataset }) => (ownColumns.get(dataset['ref']) ?? Number(dataset['continuedCell'] ?? -1)) > column,
      );
      row.insertBefore(emptied(cell, column, left), next ?? null);
    }
  });
}

function emptied(cell: HTMLTableCellElement, column: number, rows: number): Node {
  const empty = cell.cloneNode(false);
  if (!(empty instanceof HTMLTableCellElement)) return empty;
  for (const name of ['id', 'data-id', 'data-ref']) empty.removeAttribute(name);
  empty.setAttribute(continuedCell, String(column));
  empty.rowSpan = Number.isFinite(rows) ? rows : 0;
  return empty;
}

/** Widths in CSS pixels of a table's columns, each by the first cell that has it alone; undefined if one has none. */
export function columnWidths(
  table: HTMLTableElement,
  widthOf: (cell: Element) => number,
): readonly number[] | undefined {
  const widths: number[] = [];
  let count = 0;
  for (const part of table.children) {
    const rows = [...part.children].filter((child) => child instanceof HTMLTableRowElement);
    for (const cells of columnsOf(rows)) {
      for (const [column, cell] of cells) {
        count = Math.max(count, column + cell.colSpan);
        if (cell.colSpan === 1) widths[column] ??= widthOf(cell);
      }
    }
  }
  const whole = Array.from({ length: count }, (_, column) => widths[column]);
  return count > 0 && whole.every((width) => width !== undefined) ? whole : undefined;
}
