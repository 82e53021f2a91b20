import type { Piece } from './cell-pieces.ts';

/** A table's cells row by row, the heads first. Every row has the same number of cells. */
export type PieceTable = readonly (readonly (readonly Piece[])[])[];

/** What columns have to share, in em of the cells' type. */
export interface Measure {
  /** Width of the table. */
  readonly width: number;
  /** Space at both sides of a cell, taken together. */
  readonly padding: number;
}

/** Widths are looked at in steps of a quarter em. */
const step = 0.25;
/** No column is narrower than so many characters, in em, unless it has fewer in every cell: words would fall apart. */
const narrowestText = 5;
/** How far a column is widened at the expense of another, in steps; wide moves find what narrow ones cannot. */
const moves = [24, 12, 6, 3, 1] as const;
/** A cell's own lines count beside the height of its row, so that a column may shrink where its row does not gain. */
const cellShare = 0.04;
/** A stretch that has to be broken although it should stay whole costs more than any line. */
const brokenCost = 40;
/** More rounds than any real table needs. */
const mostRounds = 60;

/**
 * Widths of a table's columns that make it low: the sum of its rows' heights, each its highest cell, is brought down
 * by moving width from one column to another until no move helps. What is left over is shared in proportion.
 *
 * @returns shares of the table's width, which add up to 1
 */
export function fitColumns(rows: PieceTable, measure: Measure): number[] {
  const count = rows[0]?.length ?? 0;
  const steps = Math.floor((measure.width - count * measure.padding) / step);
  const columns = Array.from({ length: count }, (_, index) => new FittedColumn(rows.map((row) => row[index] ?? [])));
  const widths = improve(columns, improveByMoves(columns, startWidths(columns, steps)));
  const slack = loosen(columns, widths);
  const needed = widths.reduce((sum, width) => sum + width, 0);
  const em = widths.map((width) => (width + (slack * width) / Math.max(1, needed)) * step + measure.padding);
  const whole = em.reduce((sum, width) => sum + width, 0);
  return em.map((width) => width / whole);
}

/** One column: how high its cells are at a width, each worked out once. */
class FittedColumn {
  readonly narrowest: number;
  readonly widest: number;
  readonly #cells: readonly (readonly Piece[])[];
  readonly #heights = new Map<number, readonly number[]>();

  constructor(cells: readonly (readonly Piece[])[]) {
    this.#cells = cells;
    const longest = (cell: readonly Piece[]): number => Math.max(0, ...cell.map((piece) => Number(piece) || 0));
    this.widest = Math.max(1, ...cells.map((cell) => Math.ceil(widthOf(cell) / step)));
    const text = Math.min(this.widest, narrowestText / step);
    this.narrowest = Math.max(text, ...cells.map((cell) => Math.ceil(longest(cell) / step)));
  }

  /** Lines of every cell at a width in steps. */
  heights(width: number): readonly number[] {
    const known = this.#heights.get(width);
    if (known !== undefined) return known;
    const heights = this.#cells.map((cell) => linesOf(cell, width * step));
    this.#heights.set(width, heights);
    return heights;
  }
}

function widthOf(cell: readonly Piece[]): number {
  return cell.reduce<number>((sum, piece) => sum + (piece === 'line-end' ? 0 : piece), 0);
}

/** Lines that a cell takes at a width in em; a stretch that is wider breaks, and counts for it. */
export function linesOf(cell: readonly Piece[], width: number): number {
  const last = cell.length - 1;
  let lines = last < 0 ? 0 : 1;
  let left = width;
  for (let index = 0; index <= last; index++) {
    const piece = cell[index] ?? 0;
    if (piece === 'line-end') {
      if (index < last) lines++;
      left = width;
      continue;
    }
    if (piece > left && left < width) {
      lines++;
      left = width;
    }
    if (piece > width) lines += brokenCost * (piece / width);
    left -= Math.min(piece, width);
  }
  return lines;
}

/** Each column as wide as its longest unbroken stretch asks, and the rest by how much it has to say. */
function startWidths(columns: readonly FittedColumn[], steps: number): number[] {
  const least = columns.map(({ narrowest }) => narrowest);
  const needed = least.reduce((sum, width) => sum + width, 0);
  if (needed >= steps) return least.map((width) => Math.max(1, Math.floor((width * steps) / needed)));
  const wishes = columns.map(({ narrowest, widest }) => Math.sqrt(widest - narrowest));
  const wished = Math.max(
    1,
    wishes.reduce((sum, wish) => sum + wish, 0),
  );
  return least.map((width, index) => width + Math.floor(((steps - needed) * (wishes[index] ?? 0)) / wished));
}

function improveByMoves(columns: readonly FittedColumn[], start: readonly number[]): number[] {
  let widths = [...start];
  let cost = costOf(columns, widths);
  for (let round = 0; round < mostRounds; round++) {
    const better = bestMove(columns, widths, cost);
    if (better === undefined) break;
    ({ widths, cost } = better);
  }
  return widths;
}

/** Tables with more cells are fitted by single moves alone; long ones gain little, and take long. */
const mostCells = 500;

/**
 * What several columns can spare together may save lines in one, where no single move does: it is given to each in turn.
 */
function improve(columns: readonly FittedColumn[], start: readonly number[]): number[] {
  let best = [...start];
  if (columns.length * (columns[0]?.heights(best[0] ?? 1).length ?? 0) > mostCells) return best;
  for (let round = 0; round < columns.length; round++) {
    const tight = [...best];
    const slack = loosen(columns, tight);
    const tried = columns.map((_, index) => improveByMoves(columns, tight.with(index, (tight[index] ?? 0) + slack)));
    const lowest = Math.min(...tried.map((widths) => costOf(columns, widths)));
    if (lowest >= costOf(columns, best) - 1e-9) break;
    best = tried.find((widths) => costOf(columns, widths) === lowest) ?? best;
  }
  return best;
}

interface Fit {
  readonly widths: number[];
  readonly cost: number;
}

/** A column that needs more than the table has may be made as narrow as any. */
function least(column: FittedColumn | undefined): number {
  return Math.min(column?.widest ?? 1, narrowestText / step);
}

function gains(column: FittedColumn | undefined, width: number, move: number): boolean {
  const before = column?.heights(width) ?? [];
  const after = column?.heights(width + move) ?? [];
  for (let row = 0; row < before.length; row++) if ((before[row] ?? 0) > (after[row] ?? 0)) return true;
  return false;
}

/** The best of all moves of width from one column to another; undefined when none makes the table lower. */
function bestMove(columns: readonly FittedColumn[], widths: readonly number[], cost: number): Fit | undefined {
  // Where no cell of the wider column has fewer lines, no row can be lower.
  const useful = widths.map((taken, taker) => moves.filter((move) => gains(columns[taker], taken, move)));
  let best: Fit | undefined;
  for (const [giver, given] of widths.entries()) {
    const spare = given - least(columns[giver]);
    for (const [taker, taken] of widths.entries()) {
      if (giver === taker) continue;
      for (const move of useful[taker] ?? []) {
        if (move > spare) continue;
        const moved = widths.with(giver, given - move).with(taker, taken + move);
        const after = costOf(columns, moved);
        if (after < (best?.cost ?? cost) - 1e-9) best = { widths: moved, cost: after };
      }
    }
  }
  return best;
}

function costOf(columns: readonly FittedColumn[], widths: readonly number[]): number {
  const heights = columns.map((column, index) => column.heights(widths[index] ?? 1));
  let cost = 0;
  for (let row = 0; row < (heights[0]?.length ?? 0); row++) {
    let highest = 0;
    let sum = 0;
    for (const column of heights) {
      const height = column[row] ?? 0;
      sum += height;
      if (height > highest) highest = height;
    }
    cost += highest + cellShare * sum;
  }
  return cost;
}

/**
 * Takes from every column what it can spare without a row growing, the first column first.
 * @returns the steps that were taken; `widths` is changed
 */
function loosen(columns: readonly FittedColumn[], widths: number[]): number {
  const before = costOf(columns, widths);
  let taken = 0;
  for (const index of columns.keys()) {
    for (let width = widths[index] ?? 1; width > least(columns[index]); width--) {
      const narrower = widths.with(index, width - 1);
      if (costOf(columns, narrower) > before + 1e-9) break;
      widths[index] = width - 1;
      taken++;
    }
  }
  return taken;
}
