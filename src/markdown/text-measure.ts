/** Width of a text in em: Chinese characters and punctuation take one, Latin letters and figures about half. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width;
}

function charWidth(char: string): number {
  if (/[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\u3000-\u303F“”‘’…—]|[^\u0000-\uFFFF]/u.test(char))
    return 1;
  if (/[iljtfr.,:;'|!()[\] ]/.test(char)) return 0.35;
  return /[A-Zmw%@&≥≤±×]/.test(char) ? 0.75 : 0.6;
}

/** Punctuation that no Chinese line begins with, and such as no line ends with. GB/T 15834-2011 §5.1. */
const closing = '，。、；：？！）》」』】〉”’…—,.;:?!)%';
const opening = '（《「『【〈“‘(';
export const notAtStart = new RegExp(`^[${closing}\\]]`, 'u');
export const notAtEnd = new RegExp(`[${opening}[]$`, 'u');

/** A Latin word or number, or one other character, with the punctuation that stays with it. */
const unbroken = new RegExp(
  `[${opening}[]*(?:[A-Za-z0-9À-ɏ.%/+–-]+|[^\\s${opening}[])[${closing}\\]]*|[${opening}[]+`,
  'gu',
);

/** The shortest pieces that lines may be broken into; white space stays behind the piece before it. */
export function unbrokenPieces(text: string): string[] {
  return text.match(unbroken) ?? [];
}
