import { isSameText } from './compare-text.ts';
import type { ExpectedRow } from './expected.ts';
import type { PdfRow } from './flow.ts';

/**
 * Rows of one table fragment, taken off from the top.
 * Chromium leaves some single characters untagged, and a cell without tagged text has no tag either. Such text stands where the
 * painting put it: behind the last tagged text before it. So what trails a row may be the row's own last cell, the next row's
 * first one, or a row by itself; the expected row decides, by its exact text.
 */
export class RowQueue {
  #rows: readonly PdfRow[];

  constructor(rows: readonly PdfRow[]) {
    this.#rows = rows;
  }

  get size(): number {
    return this.#rows.length;
  }

  /** Takes the next row, with what trails it. */
  next(): PdfRow | undefined {
    const [first, ...rest] = this.#rows;
    this.#rows = rest;
    return first && withTrailing(first);
  }

  /** Takes one row after the other if they make these rows; else leaves all. */
  takeAll(expected: readonly ExpectedRow[]): readonly PdfRow[] | undefined {
    const before = this.#rows;
    const taken: PdfRow[] = [];
    for (const row of expected) {
      const found = this.take(row);
      if (found) taken.push(found);
      else this.#rows = before;
      if (!found) return undefined;
    }
    return taken;
  }

  /** Takes what makes this row off the top; `undefined`, and nothing taken, if nothing does. */
  take(expected: ExpectedRow): PdfRow | undefined {
    const [first, second, ...rest] = this.#rows;
    if (!first) return undefined;
    const others = second ? [second, ...rest] : rest;
    if (isRow(expected, withTrailing(first))) return this.#cut(withTrailing(first), others);
    if (first.trailing !== '' && isRow(expected, first)) {
      return this.#cut(first, [{ cells: [first.trailing], untagged: true, trailing: '' }, ...others]);
    }
    // Untagged text that begins the row behind it.
    const both =
      second && first.untagged ? { ...second, cells: [...first.cells, ...second.cells], untagged: true } : undefined;
    if (both && isRow(expected, withTrailing(both))) return this.#cut(withTrailing(both), rest);
    if (both && both.trailing !== '' && isRow(expected, both)) {
      return this.#cut(both, [{ cells: [both.trailing], untagged: true, trailing: '' }, ...rest]);
    }
    return undefined;
  }

  #cut(row: PdfRow, rest: readonly PdfRow[]): PdfRow {
    this.#rows = rest;
    return { ...row, trailing: '' };
  }
}

function withTrailing(row: PdfRow): PdfRow {
  return row.trailing === '' ? row : { cells: [...row.cells, row.trailing], untagged: true, trailing: '' };
}

/** Whether a found row is this row, cell by cell; as one text where some of it has no tag. */
function isRow(expected: ExpectedRow, row: PdfRow): boolean {
  if (row.untagged) return isSameText(expected.join(''), row.cells.join(''));
  return (
    expected.length === row.cells.length && expected.every((cell, index) => isSameText(cell, row.cells[index] ?? ''))
  );
}
