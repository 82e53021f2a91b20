const opening = /^\uFEFF?---[ \t]*\r?\n/;
/** As Astro's reader finds the end: any line that begins so. */
const stray = /\n(?:---|\+\+\+)/;
const closing = /(?:^|\n)---[ \t]*(?:\r?\n|$)/;

/** Where the front matter stands in an entry's text: offsets in UTF-16 units. */
export interface FrontMatterPlace {
  /** Of the YAML, behind the opening `---` line. */
  readonly start: number;
  /** Of the closing `---` line. */
  readonly end: number;
  /** Of the prose, behind that line. */
  readonly proseStart: number;
  /** Of a line above the closing one that the site's reader takes for the end: what follows it would be prose there. */
  readonly strayEnd?: number;
}

/** The place of the front matter, or what is missing. */
export function findFrontMatter(text: string): FrontMatterPlace | 'missing' | 'unclosed' {
  const start = opening.exec(text)?.[0].length;
  if (start === undefined) return 'missing';
  const found = closing.exec(text.slice(start));
  if (found === null) return 'unclosed';
  const [fence] = found;
  const at = start + found.index;
  const early = stray.exec(text.slice(start - 1))?.index;
  const strayEnd =
    early === undefined || start + early >= at + (fence.startsWith('\n') ? 1 : 0) ? undefined : start + early;
  return {
    ...(strayEnd !== undefined && { strayEnd }),
    start,
    end: at + (fence.startsWith('\n') ? 1 : 0),
    proseStart: at + fence.length,
  };
}
