const RIGHT_TO_LEFT = String.raw`\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}`;
const NUMBER = String.raw`[#$%\u00a2-\u00a5\u00b0\u2030\u20ac]*\d+(?:[.,:\/+-]\d+)*[#$%\u00a2-\u00a5\u00b0\u2030\u20ac]*`;
/** From the first right-to-left letter up to a letter of another script. */
const PASSAGE = new RegExp(`[${RIGHT_TO_LEFT}](?:[${RIGHT_TO_LEFT}]|\\P{L})*`, 'uy');
const NEUTRAL_END = new RegExp(`[^${RIGHT_TO_LEFT}\\p{N}]+$`, 'u');
const NUMBERS = new RegExp(NUMBER, 'gu');

/**
 * The right-to-left passage that begins at a place of a left-to-right text; empty where there is none.
 * Neutral characters at its end belong to the text around it (UAX #9, N2).
 */
export function passageAt(text: string, at: number): string {
  PASSAGE.lastIndex = at;
  const passage = PASSAGE.exec(text)?.[0] ?? '';
  return passage.replace(NEUTRAL_END, '');
}

/**
 * Whether a passage is painted as the given characters, read from left to right and from top to bottom.
 * Each line shows its part of the passage from right to left, numbers in it from left to right (UAX #9, L2). Where the lines end
 * is not known, so any division into lines will do; every character has to be there.
 */
export function isPaintedAs(passage: string, painted: string): boolean {
  if (passage.length !== painted.length) return false;
  const reached = new Set([0]);
  for (let end = 1; end <= passage.length; end++) {
    for (const start of reached) {
      if (visualOrder(passage.slice(start, end)) !== painted.slice(start, end)) continue;
      reached.add(end);
      break;
    }
  }
  return reached.has(passage.length);
}

/** One line of a right-to-left passage as it stands on the page, from left to right. */
export function visualOrder(line: string): string {
  return reversed(line).replace(NUMBERS, reversed);
}

/** A text backwards, character by character. */
export function reversed(text: string): string {
  return Array.from(text).reverse().join('');
}
