import { isPaintedAs, passageAt } from './pdf/bidi.ts';
import { MISSING_GLYPH, NUMBER_CLOSE, NUMBER_OPEN, PAGE_END, PAGE_NUMBER, SOFT_HYPHEN } from './pdf/ink.ts';
import { writtenOrdinals } from './list-marker.ts';

/** Where two streams part, in UTF-16 units of each. */
interface TextDifference {
  readonly expectedAt: number;
  readonly foundAt: number;
}

export interface TextComparison {
  readonly difference: TextDifference | undefined;
  /** For every page end met before a difference: where it lies in the expected stream. */
  readonly pageEnds: readonly number[];
  /** Characters of the document that are painted as a box, for want of a glyph; each fails the proof, but is not a wrong text. */
  readonly withoutGlyph: readonly { readonly character: string; readonly foundAt: number }[];
  /** The page numbers that stand in the text, by their place in the expected stream. */
  readonly pageNumbers: ReadonlyMap<number, number>;
}

const PAINTED_HYPHEN = /[-\u2010\u2011]/;
const WORD = /[\w\u00ad]/;

/**
 * Compares the text of a document with the text of its pages, character by character.
 * Right-to-left passages are compared in the order in which they are painted. The box of a missing glyph stands for any character.
 * Four things may stand in the pages and not in the document, each only at its own place: a page number where the
 * document refers to a page; a hyphen where the document has a soft hyphen; the hyphen that Paged.js adds when a page ends inside a word
 * (`Layout.hyphenateAtBreak`: between word characters only); and a list number in another counter style.
 *
 * @param expected - inked text with soft hyphens and number tokens
 * @param found - inked text with soft hyphens, number tokens and page ends
 */
export function compareText(expected: string, found: string): TextComparison {
  const pageEnds: number[] = [];
  const withoutGlyph: { character: string; foundAt: number }[] = [];
  const pageNumbers = new Map<number, number>();
  let at = 0;
  let foundAt = 0;
  while (at < expected.length || foundAt < found.length) {
    const step = stepAt(expected, at, found, foundAt);
    if (!step) return { difference: { expectedAt: at, foundAt }, pageEnds, withoutGlyph, pageNumbers };
    if (found[foundAt] === PAGE_END && step.expected === 0) pageEnds.push(at);
    if (found[foundAt] === MISSING_GLYPH) withoutGlyph.push({ character: characterAt(expected, at), foundAt });
    if (expected[at] === PAGE_NUMBER && step.expected === 1)
      pageNumbers.set(at, Number(found.slice(foundAt, foundAt + step.found)));
    at += step.expected;
    foundAt += step.found;
  }
  return { difference: undefined, pageEnds, withoutGlyph, pageNumbers };
}

function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

/** Whether the pages hold exactly this text. */
export function isSameText(expected: string, found: string): boolean {
  return expected === found || compareText(expected, found).difference === undefined;
}

interface Step {
  readonly expected: number;
  readonly found: number;
}

function stepAt(expected: string, at: number, found: string, foundAt: number): Step | undefined {
  const wanted = expected[at];
  const seen = found[foundAt];
  if (seen === PAGE_END) return { expected: 0, found: 1 };
  if (wanted === PAGE_NUMBER) {
    const length = digitsFrom(found, foundAt);
    return length === 0 ? undefined : { expected: 1, found: length };
  }
  if (seen === MISSING_GLYPH && wanted !== undefined && wanted !== NUMBER_OPEN) {
    return { expected: characterAt(expected, at).length, found: 1 };
  }
  const passage = passageAt(expected, at);
  if (passage !== '') return passageStep(passage, found, foundAt);
  if (wanted === NUMBER_OPEN && seen === NUMBER_OPEN) return numberStep(expected, at, found, foundAt);
  if (wanted === SOFT_HYPHEN && seen === SOFT_HYPHEN) return softHyphenStep(expected, at, found, foundAt);
  if (wanted === SOFT_HYPHEN) return { expected: 1, found: 0 };
  if (seen === SOFT_HYPHEN) return { expected: 0, found: 1 };
  if (wanted === seen) return { expected: 1, found: 1 };
  const isHyphen = seen !== undefined && PAINTED_HYPHEN.test(seen);
  const insideWord = WORD.test(expected[at - 1] ?? '') && WORD.test(wanted ?? '');
  return isHyphen && found[foundAt + 1] === PAGE_END && insideWord ? { expected: 0, found: 1 } : undefined;
}

/** What follows a page number never begins with a digit: in a contents line it is the next line's 材料二. */
function digitsFrom(found: string, at: number): number {
  let length = 0;
  while (/^\d$/.test(found[at + length] ?? '')) length += 1;
  return length;
}

/** Chromium writes the soft hyphen itself, and after it the hyphen if the line ends there. */
function softHyphenStep(expected: string, at: number, found: string, foundAt: number): Step {
  const next = found[foundAt + 1];
  const isPainted = next !== undefined && PAINTED_HYPHEN.test(next) && expected[at + 1] !== next;
  return { expected: 1, found: isPainted ? 2 : 1 };
}

/** Right-to-left text is painted in another order; it is compared as a whole. */
function passageStep(passage: string, found: string, foundAt: number): Step | undefined {
  const painted = found.slice(foundAt, foundAt + passage.length);
  return isPaintedAs(passage, painted) ? { expected: passage.length, found: passage.length } : undefined;
}

function numberStep(expected: string, at: number, found: string, foundAt: number): Step | undefined {
  const end = expected.indexOf(NUMBER_CLOSE, at);
  const foundEnd = found.indexOf(NUMBER_CLOSE, foundAt);
  const ordinal = Number(expected.slice(at + 1, end));
  if (!writtenOrdinals(ordinal).has(found.slice(foundAt + 1, foundEnd))) return undefined;
  return { expected: end + 1 - at, found: foundEnd + 1 - foundAt };
}
