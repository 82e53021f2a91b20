/** An escape that stands for one character: `&amp;`, `&#x4E00;`, `\u4e00`, `\n`, `\*`. */
const escape = /&(?:#\d+|#x[\da-f]+|\w+);|\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|[^])/iy;

/**
 * Where a character of a read text stands in its source. The source spells the text with additions: quotes, escapes,
 * character references, folded lines, indentation and the `>` of quotations. What cannot be followed to its end gives
 * the last place that could be.
 *
 * `index` is an offset in `text`; the result is one in `source`; both in UTF-16 units.
 */
export function sourceOffset(source: string, text: string, index: number): number {
  if (source === text) return index;
  let at = 0;
  for (let i = 0; i < index;) {
    const next = skipTo(source, at, text, i);
    if (next === undefined) return at;
    [at, i] = next;
  }
  return skipTo(source, at, text, index)?.[2] ?? at;
}

/** Behind the next character in source and text, and where it begins in the source. */
function skipTo(
  source: string,
  from: number,
  text: string,
  i: number,
): [behind: number, next: number, start: number] | undefined {
  const char = text[i];
  if (char === undefined) return undefined;
  for (let at = from; at < source.length; at++) {
    if (source[at] === char || (isSpace(char) && isSpace(source[at]))) return [at + 1, i + 1, at];
    escape.lastIndex = at;
    const found = escape.exec(source)?.[0];
    // A backslash before a line break joins the lines and stands for nothing.
    if (found !== undefined && !/^\\\r?$/.test(found.trimEnd())) {
      return [at + found.length, i + ((text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1), at];
    }
  }
  return undefined;
}

function isSpace(char: string | undefined): boolean {
  return char !== undefined && /\s/.test(char);
}
