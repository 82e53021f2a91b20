/** Which fonts a draft's words need beside those that every document has. What looks loads with the first other character. */
import type { DraftContent } from '../../../fill/draft.ts';
import type { FontLists } from './print-glyphs.ts';

/** Addresses of the style sheets that a draft's words need; says which characters no face has. */
export type Glyphs = (draft: DraftContent) => Promise<readonly string[]>;

/** @param known text whose characters the fonts have */
export function watchGlyphs(lists: FontLists, known: string): Glyphs {
  const characters = new Set(known);
  let look: ((text: string) => Promise<readonly string[]>) | undefined;
  return async ({ values, people, edits }) => {
    // Names of fields, roles and blocks with it: the plan has their characters too.
    const text = JSON.stringify([values, people, edits]);
    if (look === undefined && Array.from(text).every((character) => character <= '~' || characters.has(character)))
      return [];
    look ??= (await import('./print-glyphs.ts')).openPrintGlyphs(lists);
    return look(text);
  };
}
