/** Which plans answer to a query, best first: what their heads and what their texts say, joined by rank. */
import type { SearchHead, SearchHeads } from '../../model/search/search-head.ts';
import { termsOf } from '../../model/search/search-term.ts';
import { pairsOf, type SearchWord, WordCutter } from '../../model/search/search-words.ts';
import { HanQuery } from './han-query.ts';
import { HeadIndex } from './head-index.ts';
import { rarity, type TextIndex } from './text-index.ts';

/** Plans in the order in which they answer to a query, by slug. */
export interface Ranking {
  /** What is to be found word for word. */
  readonly terms: readonly string[];
  /** Plans that hold every term, as far as the index can say. */
  readonly exact: readonly string[];
  /** Plans that do not, and still speak of the same. */
  readonly similar: readonly string[];
  /** The reader's words, by how much each says. */
  readonly words: ReadonlyMap<string, number>;
  /** The same and what stands for them: what to mark in similar plans. */
  readonly related: ReadonlyMap<string, number>;
}

/** Softens the lead of the first ranks, so that being well placed in both lists beats being first in one. */
const rankOffset = 3;
/** What a plan gains by a facet that the query names, and by one that it names in other words. */
const namedFacet = 0.15;
const meantFacet = 0.1;
/** Share of the best plan's score below which another one has little to do with the query. */
const leastSimilar = 0.3;

/** What other words and parts of words say in an excerpt, beside the reader's own. */
const otherMark = 0.6;
const partMark = 0.3;
/** A longer term is a question, not a word with a slip in it. */
const longestMisspelt = 6;

export class PlanSearch {
  readonly text: TextIndex;
  readonly plans: readonly SearchHead[];
  readonly #heads: HeadIndex;
  readonly #cutter: WordCutter;
  readonly #han: HanQuery;

  constructor(heads: SearchHeads, text: TextIndex) {
    const { plans, synonyms } = heads;
    this.text = text;
    this.plans = plans;
    this.#han = new HanQuery(heads);
    this.#heads = new HeadIndex(plans);
    this.#cutter = new WordCutter(synonyms, [...new Set(plans.flatMap(({ facts }) => facts))].filter(isLong));
  }

  head(slug: string): SearchHead | undefined {
    return this.plans.find((plan) => plan.slug === slug);
  }

  /** @returns all plans for a query that asks for nothing */
  async rank(given: string): Promise<Ranking> {
    const query = this.#han.simplify(given);
    const terms = termsOf(query);
    const slugs = this.plans.map(({ slug }) => slug);
    if (terms.length === 0) return { terms, exact: slugs, similar: [], words: new Map(), related: new Map() };
    const words = await this.#wordsOf(query);
    const asked = [...words, ...terms.filter((term) => !words.some(({ text }) => text === term)).map(alone)];
    const [inText, exact] = await Promise.all([
      this.text.search(asked, pairsBetween(terms, words)),
      this.#exact(terms),
    ]);
    const scores = mergeRanks([inText, this.#heads.search(words, terms.join(' '))].map((found) => this.#ranked(found)));
    for (const plan of this.plans) {
      const bonus = facetBonus(plan, words);
      if (bonus > 0) scores.set(plan.slug, (scores.get(plan.slug) ?? 0) + bonus);
    }
    const all = this.#ranked(scores);
    const least = leastSimilar * Math.max(0, ...scores.values());
    return {
      terms,
      exact: this.#inOrder(exact, all),
      similar: all.filter((slug) => !exact.has(slug) && (scores.get(slug) ?? 0) >= least),
      ...(await this.#marks(terms, words)),
    };
  }

  /** Letters that stand in no plan are taken for pinyin. */
  async #wordsOf(query: string): Promise<readonly SearchWord[]> {
    const words = this.#cutter.wordsOf(query).map(async (word) => {
      const isUnknown = /^[a-z]+$/.test(word.text) && word.others.length === 0;
      if (!isUnknown || (await this.text.holding(word.text)).size > 0) return word;
      const [text, ...others] = this.#han.readAs(word.text);
      return text === undefined ? word : { text, others };
    });
    return Promise.all(words);
  }

  /** Every term stands in the text, or names what the plan is. */
  async #exact(terms: readonly string[]): Promise<ReadonlySet<string>> {
    const holders = await Promise.all(terms.map((term) => this.text.holding(term)));
    const holds = ({ slug, facts }: SearchHead, term: string, index: number): boolean =>
      holders[index]?.has(slug) === true || isFact(facts, term);
    return new Set(
      this.plans.filter((plan) => terms.every((term, index) => holds(plan, term, index))).map(({ slug }) => slug),
    );
  }

  /** Best first; plans that are found equally well in the order of the shelf. */
  #ranked(scores: ReadonlyMap<string, number>): readonly string[] {
    const found = this.plans.map(({ slug }) => slug).filter((slug) => scores.has(slug));
    return found.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
  }

  #inOrder(slugs: ReadonlySet<string>, order: readonly string[]): readonly string[] {
    const rest = this.plans.map(({ slug }) => slug).filter((slug) => !order.includes(slug));
    return [...order, ...rest].filter((slug) => slugs.has(slug));
  }

  async #marks(terms: readonly string[], words: readonly SearchWord[]): Promise<Pick<Ranking, 'words' | 'related'>> {
    const own = await this.#held([...terms, ...words.map(({ text }) => text)], 1);
    const others = await this.#held(
      words.flatMap((word) => word.others),
      otherMark,
    );
    const lost = words.filter(
      ({ text, others: all }) => ![text, ...all].some((one) => own.has(one) || others.has(one)),
    );
    const parts = await this.#held(
      lost.flatMap(({ text }) => pairsOf(text)),
      partMark,
    );
    return { words: own, related: new Map([...parts, ...others, ...own]) };
  }

  /** Of some words those that plans hold, by how much each says. */
  async #held(texts: readonly string[], weight: number): Promise<Map<string, number>> {
    const held = new Map<string, number>();
    for (const text of texts) {
      const { size } = await this.text.holding(text);
      if (size > 0) held.set(text, weight * rarity(size, this.text.size));
    }
    return held;
  }
}

/** Where a word is misspelt, its neighbours may still tell: 满意度测平 holds 度测. */
function pairsBetween(terms: readonly string[], words: readonly SearchWord[]): readonly string[] {
  const pairs = terms.filter((term) => Array.from(term).length <= longestMisspelt).flatMap(pairsOf);
  return pairs.filter((pair) => !words.some(({ text }) => text.includes(pair)));
}

/** Reciprocal rank fusion: https://plg.uwaterloo.ca/~gvcormac/cormacksigir09-rrf.pdf */
function mergeRanks(lists: readonly (readonly string[])[]): Map<string, number> {
  const scores = new Map<string, number>();
  for (const list of lists)
    for (const [index, slug] of list.entries())
      scores.set(slug, (scores.get(slug) ?? 0) + 1 / (rankOffset + index + 1));
  return scores;
}

function facetBonus({ facts }: SearchHead, words: readonly SearchWord[]): number {
  return words
    .map(({ text, others }): number => {
      if (isFact(facts, text)) return namedFacet;
      return others.some((other) => isFact(facts, other)) ? meantFacet : 0;
    })
    .reduce((sum, bonus) => sum + bonus, 0);
}

/** 年度 and 年度计划 both say what a plan of a year is. */
export function isFact(facts: readonly string[], word: string): boolean {
  return facts.some((fact) => word === fact.toLowerCase() || word === `${fact.toLowerCase()}计划`);
}

function alone(text: string): SearchWord {
  return { text, others: [] };
}

function isLong(text: string): boolean {
  return text.length > 1;
}
