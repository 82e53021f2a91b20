const opening = /^\uFEFF?---[ \t]*\r?\n/;
const closing = /(?:^|\n)---[ \t]*(?:\r?\n|$)/;

/** Where the front matter stands in an entry's text: offsets in UTF-16 units. */
export interface FrontMatterPlace {
  /** Of the YAML, behind the opening `---` line. */
  readonly start: number;
  /** Of the closing `---` line. */
  readonly end: number;
  /** Of the prose, behind that line. */
  readonly proseStart: number;
}

/** The place of the front matter, or what is missing. */
export function findFrontMatter(text: string): FrontMatterPlace | 'missing' | 'unclosed' {
  const start = opening.exec(text)?.[0].length;
  if (start === undefined) return 'missing';
  const found = closing.exec(text.slice(start));
  if (found === null) return 'unclosed';
  const [fence] = found;
  const at = start + found.index;
  return { start, end: at + (fence.startsWith('\n') ? 1 : 0), proseStart: at + fence.length };
}
