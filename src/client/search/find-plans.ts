import { type ExcerptRun, excerptOf, markTerms } from '../../model/excerpt.ts';
import { holdsTerms, joinCharacters, phrasesOf, termsOf } from '../../model/search-term.ts';
import type { Filters, Hit, PageText, Pagefind } from './pagefind.ts';

/** A plan that was found. */
export interface FoundPlan {
  /** The plan's page, at the section where the match stands. */
  readonly address: string;
  readonly title: readonly ExcerptRun[];
  readonly facts: string;
  /** Heading of that section; '' before the first. */
  readonly section: string;
  readonly excerpt: readonly ExcerptRun[];
}

/** How many plans are shown at once, and how many characters of each. */
export const shownPlans = 12;
const excerptLength = 72;

/**
 * The plans that hold every term of a query, best first. The index finds phrases; that a match does not run across
 * punctuation is checked in the text.
 * @returns the first plans, and how many there are; undefined for a query that asks for nothing
 */
export async function findPlans(
  pagefind: Pagefind,
  query: string,
  filters: Filters,
): Promise<{ readonly plans: readonly FoundPlan[]; readonly total: number } | undefined> {
  const terms = termsOf(query);
  if (terms.length === 0 && Object.keys(filters).length === 0) return undefined;
  const phrases: readonly (string | null)[] = terms.length === 0 ? [null] : phrasesOf(terms);
  const answers = await Promise.all(phrases.map((phrase) => pagefind.search(phrase, { filters })));
  const hits = inAll(answers.map(({ results }) => results));
  const plans: FoundPlan[] = [];
  let read = 0;
  let refused = 0;
  while (plans.length < shownPlans && read < hits.length) {
    // Together, since each is a file of its own to fetch.
    const pages = await Promise.all(hits.slice(read, read + shownPlans).map((hit) => hit.data()));
    plans.push(...pages.filter(({ content }) => holdsTerms(content, terms)).map((page) => foundPlan(page, terms)));
    read += pages.length;
    refused = read - plans.length;
  }
  return { plans: plans.slice(0, shownPlans), total: hits.length - refused };
}

/** The hits that every answer has, by the sum of their scores. */
export function inAll(answers: readonly (readonly Hit[])[]): Hit[] {
  const [first = [], ...others] = answers;
  return first
    .flatMap((hit) => {
      const same = others.map((answer) => answer.find(({ id }) => id === hit.id));
      if (same.includes(undefined)) return [];
      return [{ hit, score: same.reduce((sum, each) => sum + (each?.score ?? 0), hit.score) }];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ hit }) => hit);
}

function foundPlan(page: PageText, terms: readonly string[]): FoundPlan {
  const { runs, at } = excerptOf(page.content, terms, excerptLength);
  const section = sectionAt(page, at);
  return {
    address: section === undefined ? page.url : `${page.url}#${section.id}`,
    title: markTerms(page.meta['title'] ?? page.url, terms),
    facts: page.meta['facts'] ?? '',
    section: section?.text ?? '',
    excerpt: runs,
  };
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
