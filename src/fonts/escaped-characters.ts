import { Parser } from 'htmlparser2';

const reference = /&(?:#\d+|#x[\da-f]+|\w+);/gi;
/** In double quotes of YAML and in scripts. */
const escape = /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|u\{([\dA-Fa-f]+)\}|U([\dA-Fa-f]{8}))/g;
const largest = 0x10ffff;

/**
 * The characters that a source spells otherwise than by themselves.
 *
 *     版权&copy;，罕字&#x3402;，"\u21D2" → ©㐂⇒
 */
export function escapedCharacters(source: string): string {
  let decoded = '';
  const parser = new Parser({
    ontext(text) {
      decoded += text;
    },
  });
  parser.end((source.match(reference) ?? []).join(''));
  for (const [, ...digits] of source.matchAll(escape)) {
    const point = parseInt(digits.join(''), 16);
    if (point <= largest) decoded += String.fromCodePoint(point);
  }
  return decoded;
}
