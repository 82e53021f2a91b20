/** Code points as text, `20-7e,a1,4e00-4e03`: small enough for a page to load when a writer's words are looked at. */

/** The characters of a text that are covered, as ranges of hexadecimal code points. */
export function writeRanges(codePoints: Iterable<number>): string {
  const ranges: [number, number][] = [];
  for (const point of [...new Set(codePoints)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges.map(([from, to]) => (from === to ? hex(from) : `${hex(from)}-${hex(to)}`)).join(',');
}

export function readRanges(ranges: string): ReadonlySet<number> {
  const points = new Set<number>();
  for (const range of ranges.split(',')) {
    const [from = NaN, to = from] = range.split('-').map((part) => parseInt(part, 16));
    for (let point = from; point <= to; point += 1) points.add(point);
  }
  return points;
}

function hex(point: number): string {
  return point.toString(16);
}

/**
 * The characters of a text that a face has no glyph for, each once, in order. White space, controls, variation
 * selectors and zero-width joiners print nothing and need none; what is for private use does print.
 */
export function charactersWithoutGlyph(text: string, coverage: ReadonlySet<number>): string[] {
  const missing = new Set<string>();
  for (const char of text) {
    if (!coverage.has(char.codePointAt(0) ?? 0) && !/[\p{White_Space}\p{Cc}\p{Cf}\p{Mn}]/u.test(char))
      missing.add(char);
  }
  return [...missing];
}
