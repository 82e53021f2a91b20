import { charactersOf, NUMBER_CLOSE, NUMBER_OPEN, PAGE_END, PAGE_NUMBER } from './ink.ts';

/** A stretch of the found text that lies on one page. */
export interface FoundSegment {
  readonly page: number;
  readonly text: string;
}

/** The text of all pages in reading order, with page ends in it. */
export interface FoundText {
  readonly text: string;
  /** Numbers of the pages that have text, in order: one before each page end, and the one of the rest. */
  readonly pages: readonly number[];
}

export function foundText(segments: readonly FoundSegment[]): FoundText {
  const pages: number[] = [];
  let text = '';
  for (const segment of segments) {
    if (segment.text === '') continue;
    if (pages.length > 0 && pages.at(-1) !== segment.page) text += PAGE_END;
    if (pages.at(-1) !== segment.page) pages.push(segment.page);
    text += segment.text;
  }
  return { text, pages };
}

/** Page on which a place of the found text lies; 1 for an empty document. */
export function pageAt(found: FoundText, offset: number): number {
  const ends = found.text.slice(0, offset).split(PAGE_END).length - 1;
  return found.pages[Math.min(ends, found.pages.length - 1)] ?? 1;
}

/** What each page with text holds of the expected text, given where the page ends lie in it. */
export function stretchesOf(
  found: FoundText,
  pageEnds: readonly number[],
): readonly { readonly page: number; readonly from: number; readonly to: number }[] {
  return found.pages.map((page, index) => ({
    page,
    from: index === 0 ? 0 : (pageEnds[index - 1] ?? Infinity),
    to: pageEnds[index] ?? Infinity,
  }));
}

/** Pages that hold a stretch of the expected text, given where the page ends lie in it. */
export function pagesOfRange(
  found: FoundText,
  pageEnds: readonly number[],
  start: number,
  end: number,
): ReadonlySet<number> {
  const pages = new Set<number>();
  for (const { page, from, to } of stretchesOf(found, pageEnds)) {
    if (from < Math.max(end, start + 1) && to > start) pages.add(page);
  }
  return pages;
}

/** Characters shown on each side of a place. */
const CONTEXT = 40;

/** The text around a place, with the place marked: `…前文【此处】后文…`. */
export function excerptAt(text: string, offset: number): string {
  const before = charactersOf(text.slice(Math.max(0, offset - 2 * CONTEXT), offset))
    .slice(-CONTEXT)
    .join('');
  const [here = '（完）', ...after] = charactersOf(text.slice(offset, offset + 2 * CONTEXT)).slice(0, CONTEXT);
  return readable(`${before}【${here}】${after.join('')}`);
}

/** Stream signs as a person reads them: list numbers with a dot, page ends as a bar, page numbers by that name, missing glyphs as a box. */
export function readable(text: string): string {
  return text
    .replaceAll(NUMBER_OPEN, '')
    .replaceAll(NUMBER_CLOSE, '.')
    .replaceAll(PAGE_END, '｜')
    .replaceAll(PAGE_NUMBER, '〔页码〕')
    .replaceAll('\u00ad', '')
    .replaceAll('\u0000', '□');
}
