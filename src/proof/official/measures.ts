/** Figures of GB/T 9704-2012, in millimetres and points. */

/** Millimetres of a point. */
export const mmPerPoint = 25.4 / 72;

/** 5.2.1: page and type area. */
export const typeArea = { top: 37, left: 28, width: 156, height: 225, tolerance: 1 } as const;
/** 5.2.3. */
export const linesPerPage = 22;
export const charactersPerLine = 28;
/** Height of a line and width of a character in points, so that so many fill the type area. */
export const pitch = { line: 28.9, character: typeArea.width / mmPerPoint / charactersPerLine } as const;

/** Sizes in points: 二号, 三号, 四号. */
export const sizes = { title: 22, body: 16, pageNumber: 14, tolerance: 0.3 } as const;
/** Text below this size belongs to tables, drawings and the labels of blanks. */
export const smallestText = 12;

/** 7.5: dashes this far below the type area, in millimetres. */
export const pageNumberGap = 7;

/** In a Chinese face the em box reaches .88 em above and .12 em below the baseline; its middle lies here, in em. */
const middle = 0.38;

/** Top of a line of body text in millimetres, from its baseline in points. */
export function lineTop(baseline: number): number {
  return (baseline - middle * sizes.body - pitch.line / 2) * mmPerPoint;
}

/** 1-based place of a line of body text in the grid of its page; whole where it stands on the grid. */
export function slotOf(baseline: number): number {
  return (lineTop(baseline) - typeArea.top) / (pitch.line * mmPerPoint) + 1;
}

export function isSize(size: number, wanted: number): boolean {
  return Math.abs(size - wanted) <= sizes.tolerance;
}
