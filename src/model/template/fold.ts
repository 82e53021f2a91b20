/**
 * Sheets that carry two pages side by side on each face, to be printed on both sides, turned over at the short edge, laid
 * into each other and folded: the pages then follow each other. Of eight pages:
 *
 *     face 1   8 | 1      face 2   2 | 7      face 3   6 | 3      face 4   4 | 5
 *
 * Pure; the same for pagination and proof.
 */

/** Name of the `<meta>` that says in a print document that its pages are laid out so. */
export const foldMeta = 'planshelf:fold';

/** Pages of one face by their numbers, 1-based; numbers beyond the last page stand for empty halves. */
export interface FoldedFace {
  readonly left: number;
  readonly right: number;
}

/** Faces of the sheets for so many pages: two for each four pages that were begun. */
export function facesFor(pages: number): number {
  return 2 * Math.ceil(pages / 4);
}

/**
 * @param face 1-based
 * @param faces of all sheets
 */
export function pagesOfFace(face: number, faces: number): FoldedFace {
  const [low, high] = [face, 2 * faces + 1 - face];
  return face % 2 === 1 ? { left: high, right: low } : { left: low, right: high };
}

/** Face, 1-based, and half of a page. */
export function placeOfPage(page: number, faces: number): { readonly face: number; readonly half: keyof FoldedFace } {
  return { face: Math.min(page, 2 * faces + 1 - page), half: page % 2 === 1 ? 'right' : 'left' };
}
