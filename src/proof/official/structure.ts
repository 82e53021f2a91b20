import { textOf } from '../flow.ts';
import { inked } from '../pdf/ink.ts';
import type { PdfElement } from '../pdf/pdf-document.ts';
import { levelOf } from './levels.ts';

/** What the tags of a page say of its text; inked. */
export interface PageStructure {
  /** Texts of the headings; undefined where the document tags none, and only their numbers identify them. */
  readonly headings: readonly string[] | undefined;
  /** Text of code, which the standard knows nothing of. */
  readonly code: string;
}

/** The structure of each page. A document whose tags name no numbered heading is judged by its numbers alone. */
export function structuresOf(trees: readonly (PdfElement | undefined)[]): readonly PageStructure[] {
  const headings = trees.map((tree) => (tree === undefined ? [] : textsOf(tree, /^H[1-6]$/)));
  const tagged = headings.flat().some((text) => levelOf(text) !== undefined);
  return trees.map((tree, index) => ({
    headings: tagged ? headings[index] : undefined,
    code: tree === undefined ? '' : textsOf(tree, /^Code$/).join('\n'),
  }));
}

/** Texts of the elements of a role, in reading order. */
function textsOf(element: PdfElement, role: RegExp): string[] {
  if (role.test(element.role)) return [inked(element.children.map(textOf).join(''))];
  return element.children.flatMap((child) => (child.kind === 'element' ? textsOf(child, role) : []));
}
