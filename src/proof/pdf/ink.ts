/** Invisible joints between words; a painted hyphen may stand for it at the end of a line. */
export const SOFT_HYPHEN = '\u00ad';

/** Opens and closes a list number inside a text stream. Noncharacters: no interchanged text contains them (Unicode 16, 23.7). */
export const NUMBER_OPEN = '\ufdd0';
export const NUMBER_CLOSE = '\ufdd1';

/** The characters of a text; a surrogate pair is one. */
export function charactersOf(text: string): readonly string[] {
  return Array.from(text);
}

const WITHOUT_INK = /[\s\p{Default_Ignorable_Code_Point}]+/gu;
const WITHOUT_INK_BUT_HYPHEN = /[\s[\p{Default_Ignorable_Code_Point}--\u00ad]]+/gv;

/**
 * The characters of a text that leave ink, in canonical composition.
 * White space is what layout makes of it, and default-ignorable characters (zero-width space, joiners, variation selectors,
 * direction marks) have no glyph of their own. Composed and decomposed forms are the same text (UAX #15), and a font may have
 * only one of them. Nothing else is folded: full-width forms, ligatures and radicals stay what they are.
 */
export function inked(text: string): string {
  return text.replace(WITHOUT_INK, '').normalize('NFC');
}

/** Like {@link inked}, with the soft hyphens kept: the source says where a hyphen may be painted. */
export function inkedWithJoints(text: string): string {
  return text.replace(WITHOUT_INK_BUT_HYPHEN, '').normalize('NFC');
}

/** What pdf.js reports for `.notdef`, the box that is painted for a character which no font has. */
export const MISSING_GLYPH = '\u0000';

/** Stands in a document's text for the number of a page, which only the pages know. A noncharacter, as above. */
export const PAGE_NUMBER = '\ufdd3';

/** Ends what one page holds of a text stream. A noncharacter, as above. */
export const PAGE_END = '\ufdd2';
