/** Which fonts a draft's words need beside those that every document has. What looks loads with the first other character. */
import type { DraftContent } from '../../../fill/draft.ts';
import type { FontLists } from './print-glyphs.ts';

/** Addresses of the style sheets that a draft's words need; says which characters no face has. */
export type Glyphs = (draft: DraftContent) => Promise<readonly string[]>;

/** @param known text whose characters the fonts have */
export function watchGlyphs(lists: FontLists, known: string): Glyphs {
  const characters = new Set(known);
  let look: ((text: string) => Promise<readonly string[]>) | undefined;
  let seen: { readonly changes: DraftContent['changes']; readonly text: string } | undefined;
  return async ({ values, people, changes, edits }) => {
    if (seen?.changes !== changes) seen = { changes, text: changedWords(changes) };
    // Names of fields, roles and blocks with it: the plan has their characters too.
    const text = JSON.stringify([values, people, edits]) + (seen?.text ?? '');
    if (look === undefined && Array.from(text).every((character) => character <= '~' || characters.has(character)))
      return [];
    look ??= (await import('./print-glyphs.ts')).openPrintGlyphs(lists);
    return look(text);
  };
}

/** The changed text where it has characters that the published one has not. */
export function changedWords(changes: DraftContent['changes']): string {
  if (changes === undefined) return '';
  const published = new Set(JSON.stringify(changes.base));
  const text = JSON.stringify([changes.document, changes.written]);
  return Array.from(text).every((character) => published.has(character)) ? '' : text;
}
