/** Searches the heads of all plans, in an index that the browser makes when it is first needed. */
import MiniSearch, { type SearchResult } from 'minisearch';
import type { SearchHead } from '../../model/search/search-head.ts';
import { otherWeight, pairsOf, type SearchWord } from '../../model/search/search-words.ts';

/** How much more a match counts where it says what a plan is about. */
const boost = { title: 3, tags: 3, headings: 1.5, summary: 1.5, names: 1 };
/** What any two neighbouring characters of the query count, as they are left of a misspelt word. */
const pairWeight = 0.5;

export class HeadIndex {
  readonly #index: MiniSearch<SearchHead>;

  constructor(plans: readonly SearchHead[]) {
    this.#index = new MiniSearch<SearchHead>({
      idField: 'slug',
      fields: Object.keys(boost),
      extractField: (plan, field) => {
        const value = plan[field as keyof SearchHead];
        return typeof value === 'string' ? value : value.join(' ');
      },
      tokenize: pairsOf,
      processTerm: (pair) => pair,
    });
    this.#index.addAll(plans);
  }

  /** @returns scores by slug of the plans whose heads hold something of the query */
  search(words: readonly SearchWord[], query: string): ReadonlyMap<string, number> {
    const scores = new Map<string, number>();
    const add = (results: readonly SearchResult[], weight: number): void => {
      for (const { id, score } of results) scores.set(String(id), (scores.get(String(id)) ?? 0) + score * weight);
    };
    for (const { text, others } of words) {
      const whole = this.#holding(text, 'AND');
      add(whole.length > 0 ? whole : this.#holding(text, 'OR'), 1);
      for (const [place, other] of others.entries()) add(this.#holding(other, 'AND'), otherWeight(place));
    }
    add(this.#holding(query, 'OR'), pairWeight);
    return scores;
  }

  #holding(text: string, combineWith: 'AND' | 'OR'): readonly SearchResult[] {
    return this.#index.search(text, { boost, combineWith });
  }
}
