/** What is shown of the plans that answer to a query: exact ones first, then similar ones, so many at a time. */
import { type ExcerptRun, excerptOf, markTerms } from '../../model/shelf/excerpt.ts';
import type { SearchHead } from '../../model/search/search-head.ts';
import { holdsTerms, joinCharacters } from '../../model/search/search-term.ts';
import type { PageText } from './pagefind.ts';
import { isFact, type PlanSearch, type Ranking } from './plan-search.ts';

/** A plan that was found. */
export interface FoundPlan {
  /** The plan's page, at the section that the excerpt is from. */
  readonly address: string;
  readonly title: readonly ExcerptRun[];
  readonly facts: readonly string[];
  /** Heading of that section; '' before the first, and where the excerpt begins with it. */
  readonly section: string;
  readonly excerpt: readonly ExcerptRun[];
}

/** Plans of one kind, the first of them, and how many there are. */
export interface FoundGroup {
  readonly plans: readonly FoundPlan[];
  readonly total: number;
}

export interface Found {
  readonly exact: FoundGroup;
  readonly similar: FoundGroup;
}

/** How many plans are shown at first, and with every wish for more; how many characters of each. */
export const shownPlans = 12;
const excerptLength = 76;

/**
 * The first `most` plans of a ranking. That a match does not run across punctuation is checked in the text, which the
 * index does not know; a plan where it does is among the similar ones.
 * @param allows whether a plan is within what the reader has narrowed the search to
 */
export async function findPlans(
  search: PlanSearch,
  ranking: Ranking,
  allows: (head: SearchHead) => boolean,
  most: number,
): Promise<Found> {
  const heads = (slugs: readonly string[]): SearchHead[] =>
    slugs.flatMap((slug) => search.head(slug) ?? []).filter(allows);
  const candidates = heads(ranking.exact);
  const exact: FoundPlan[] = [];
  const refused: SearchHead[] = [];
  for (let read = 0; exact.length < most && read < candidates.length; read += most) {
    // Together, since each is a file of its own to fetch.
    const pages = await withText(search, candidates.slice(read, read + most));
    for (const [head, page] of pages)
      if (holdsAll(head, page, ranking.terms)) exact.push(foundPlan(head, page, ranking.words));
      else refused.push(head);
  }
  const total = candidates.length - refused.length;
  const similar = [...refused, ...heads(ranking.similar)];
  const left = exact.length < total ? 0 : Math.max(0, most - exact.length);
  const pages = await withText(search, similar.slice(0, left));
  return {
    exact: { plans: exact.slice(0, most), total },
    similar: { plans: pages.map(([head, page]) => foundPlan(head, page, ranking.related)), total: similar.length },
  };
}

function withText(search: PlanSearch, heads: readonly SearchHead[]): Promise<[SearchHead, PageText | undefined][]> {
  return Promise.all(
    heads.map(async (head): Promise<[SearchHead, PageText | undefined]> => [head, await search.text.page(head.slug)]),
  );
}

function holdsAll({ facts }: SearchHead, page: PageText | undefined, terms: readonly string[]): boolean {
  return terms.every((term) => isFact(facts, term) || (page !== undefined && holdsTerms(page.content, [term])));
}

function foundPlan(head: SearchHead, page: PageText | undefined, marks: Ranking['words']): FoundPlan {
  const text = page ?? { url: '', content: head.summary, anchors: [] };
  // The text begins with the title, which stands above the excerpt.
  const begin = /^\.?\s*/.exec(text.content.slice(head.title.length))?.[0].length ?? 0;
  const hasTitle = text.content.startsWith(head.title);
  const { runs, at } = excerptOf(text.content, marks, excerptLength, hasTitle ? head.title.length + begin : 0);
  const section = sectionAt(text, at);
  return {
    address: section === undefined ? text.url : `${text.url}#${section.id}`,
    title: markTerms(head.title, marks.keys()),
    facts: head.facts,
    section: section === undefined || textOf(runs).startsWith(section.text) ? '' : section.text,
    excerpt: runs,
  };
}

function textOf(runs: readonly ExcerptRun[]): string {
  return runs.map(({ text }) => text).join('');
}

/** The last heading before a place of the text. Headings stand in the text in their order. */
export function sectionAt(
  { content, anchors }: Pick<PageText, 'content' | 'anchors'>,
  at: number,
): { readonly id: string; readonly text: string } | undefined {
  let from = 0;
  let found: { id: string; text: string } | undefined;
  for (const anchor of anchors) {
    const text = joinCharacters(anchor.text).trim();
    const place = text === '' ? -1 : content.indexOf(text, from);
    if (place === -1) continue;
    if (place > at) break;
    found = { id: anchor.id, text };
    from = place + text.length;
  }
  return found;
}
