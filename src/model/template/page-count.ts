/**
 * Page counts in pages that are written before the press has run. How many pages a PDF has is known only when it is
 * printed, and it is printed from the finished site; so a page writes a mark, and the press's last step puts the figure
 * in its place. A second build of the whole site, the other way, would double the time of every build.
 */

/** Figures by `<slug>.<template>`. */
export type PageCounts = ReadonlyMap<string, number>;

/** Stands for the number of the page within what is repeated for each page; survives percent-encoding. */
export const pageMark = '~page~';
export type PageMark = typeof pageMark;

/** A text that becomes the number of pages. In JSON, a string of nothing else becomes a number. */
export function pageCountMark(slug: string, template: string): string {
  return `~pages:${slug}.${template}~`;
}

/** Begins and ends what is written once for each page of a PDF; `pageMark` within it becomes the page's number. */
export function eachPageMarks(slug: string, template: string): { readonly start: string; readonly end: string } {
  return { start: `<!--each-page:${slug}.${template}-->`, end: '<!--/each-page-->' };
}

const eachPage = /<!--each-page:([\p{L}\p{N}.-]+)-->(.*?)<!--\/each-page-->/gsu;
const countInJson = /"~pages:([\p{L}\p{N}.-]+)~"/gu;
const count = /~pages:([\p{L}\p{N}.-]+)~/gu;

/** Shown where a PDF was not made. */
const unknown = '—';

/**
 * Replaces every mark. A PDF that was not made is null in JSON, a dash in text, and nothing where its pages are listed.
 * @param kind of the file
 */
export function fillPageCounts(text: string, kind: 'json' | 'markup', counts: PageCounts): string {
  if (kind === 'json') return text.replace(countInJson, (_, name: string) => String(counts.get(name) ?? null));
  return text
    .replace(eachPage, (_, name: string, once: string) =>
      Array.from({ length: counts.get(name) ?? 0 }, (_page, index) =>
        once.replaceAll(pageMark, String(index + 1)),
      ).join(''),
    )
    .replace(count, (_, name: string) => String(counts.get(name) ?? unknown));
}
