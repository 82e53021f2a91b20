import { NUMBER_CLOSE, NUMBER_OPEN } from './pdf/ink.ts';

const BULLETS = /^[•◦▪▫‣⁃∙·○●■□◆◇–—-]*$/u;
const PUNCTUATION = /[\s.．。、,，:：()（）[\]【】〔〕]/gu;
const CHINESE_DIGITS = '零一二三四五六七八九';
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** The number of a list item as it stands in a text stream: core of the marker without its punctuation. */
export function numberToken(core: string): string {
  return NUMBER_OPEN + core + NUMBER_CLOSE;
}

/**
 * A painted list marker as a text stream holds it: nothing for a bullet, a token for a number.
 * `'• '` → `''`, `'3. '` → the token of `3`, `'一、'` → the token of `一`.
 */
export function markerToken(marker: string): string {
  const core = marker.replace(PUNCTUATION, '');
  return BULLETS.test(core) ? '' : numberToken(core);
}

function alphabetic(ordinal: number): string {
  const letter = String.fromCodePoint(97 + ((ordinal - 1) % 26));
  return ordinal > 26 ? alphabetic(Math.floor((ordinal - 1) / 26)) + letter : letter;
}

function roman(ordinal: number): string {
  let rest = ordinal;
  let written = '';
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      written += letters;
      rest -= value;
    }
  }
  return written;
}

function chinese(ordinal: number): string {
  const hundreds = Math.floor(ordinal / 100);
  const tens = Math.floor((ordinal % 100) / 10);
  const ones = ordinal % 10;
  const digit = (value: number): string => CHINESE_DIGITS.charAt(value);
  const tail = ones > 0 ? digit(ones) : '';
  if (hundreds > 0) {
    const middle = tens > 0 ? `${digit(tens)}十` : ones > 0 ? '零' : '';
    return `${digit(hundreds)}百${middle}${tail}`;
  }
  return tens > 0 ? `${tens > 1 ? digit(tens) : ''}十${tail}` : digit(ones);
}

/**
 * Ways in which CSS counter styles write one ordinal (CSS Counter Styles 3): decimal, letters, roman, Chinese, circled.
 * The source does not know which style the template gives a list; every other number is still a difference.
 */
export function writtenOrdinals(ordinal: number): ReadonlySet<string> {
  const written = new Set([String(ordinal)]);
  if (ordinal < 0) return written;
  if (ordinal < 1000) written.add(chinese(ordinal));
  if (ordinal < 10) written.add(`0${String(ordinal)}`);
  if (ordinal > 0) for (const text of [alphabetic(ordinal), roman(ordinal)]) written.add(text).add(text.toUpperCase());
  if (ordinal > 0 && ordinal <= 20) written.add(String.fromCodePoint(0x2460 + ordinal - 1));
  return written;
}
