/** Searches the text of all plans: phrases of characters, in Pagefind's index. */
import { phrasesOf } from '../../model/search/search-term.ts';
import { otherWeight, pairsOf, type SearchWord } from '../../model/search/search-words.ts';
import type { Hit, Pagefind, PageText } from './pagefind.ts';

/** By slug, from 0 to 1 for the plan that holds it best. */
type Scores = ReadonlyMap<string, number>;

/** What a plan gains by holding a word at all; how often and where decides about the rest. */
const heldShare = 0.5;
/** What two characters of a word count where no plan holds the word. */
const pairWeight = 0.4;

export class TextIndex {
  readonly #pagefind: Pagefind;
  readonly #slugs: ReadonlyMap<string, string>;
  readonly #hits: ReadonlyMap<string, Hit>;
  readonly #asked = new Map<string, Promise<Scores>>();

  private constructor(pagefind: Pagefind, slugs: ReadonlyMap<string, string>, hits: readonly Hit[]) {
    this.#pagefind = pagefind;
    this.#slugs = slugs;
    this.#hits = new Map(hits.map((hit) => [slugs.get(hit.id) ?? '', hit]));
  }

  /** @param slugs of the plans by the name that the index has for them */
  static async of(pagefind: Pagefind, slugs: ReadonlyMap<string, string>): Promise<TextIndex> {
    const { results } = await pagefind.search(null);
    return new TextIndex(pagefind, slugs, results);
  }

  get size(): number {
    return this.#hits.size;
  }

  /** The text of a plan; undefined where the index does not have it. */
  async page(slug: string): Promise<PageText | undefined> {
    return this.#hits.get(slug)?.data();
  }

  /** The plans that hold a term; across punctuation too, which the index does not see. */
  holding(term: string): Promise<Scores> {
    const asked = this.#asked.get(term) ?? this.#ask(term);
    this.#asked.set(term, asked);
    // What could not be loaded may be there the next time.
    asked.catch(() => this.#asked.delete(term));
    return asked;
  }

  async #ask(term: string): Promise<Scores> {
    const phrases = phrasesOf([term]);
    const answers = await Promise.all(phrases.map((phrase) => this.#pagefind.search(phrase)));
    const [first = new Map<string, number>(), ...others] = answers.map(({ results }) => this.#scores(results));
    return new Map([...first].filter(([slug]) => others.every((scores) => scores.has(slug))));
  }

  #scores(hits: readonly Hit[]): Scores {
    const best = Math.max(...hits.map(({ score }) => score), Number.MIN_VALUE);
    return new Map(
      hits.flatMap(({ id, score }) => (this.#slugs.has(id) ? [[this.#slugs.get(id) ?? '', score / best]] : [])),
    );
  }

  /** The plans that hold a word or another word for it. */
  async #holdingWord({ text, others }: SearchWord): Promise<Scores> {
    const [own, ...rest] = await Promise.all([text, ...others].map((word) => this.holding(word)));
    return best([
      [own ?? new Map(), 1],
      ...rest.map((scores, place): [Scores, number] => [scores, otherWeight(place)]),
    ]);
  }

  /**
   * @param pairs characters that stand side by side in the query and within none of its words
   * @returns scores by slug: a word counts the more, the fewer plans hold it
   */
  async search(words: readonly SearchWord[], pairs: readonly string[]): Promise<Scores> {
    const scores = new Map<string, number>();
    const add = (found: Scores, weight: number): void => {
      for (const [slug, score] of found)
        scores.set(slug, (scores.get(slug) ?? 0) + weight * score * rarity(found.size, this.size));
    };
    const parts = [...pairs];
    for (const word of words) {
      const found = await this.#holdingWord(word);
      add(found, 1);
      if (found.size === 0) parts.push(...pairsOf(word.text));
    }
    for (const pair of new Set(parts)) add(await this.holding(pair), pairWeight);
    return scores;
  }
}

/** Of several answers the best score of each plan. */
function best(answers: readonly (readonly [scores: Scores, weight: number])[]): Scores {
  const found = new Map<string, number>();
  for (const [scores, weight] of answers)
    for (const [slug, score] of scores)
      found.set(slug, Math.max(found.get(slug) ?? 0, weight * (heldShare + (1 - heldShare) * score)));
  return found;
}

/** Inverse document frequency, as BM25 has it: https://en.wikipedia.org/wiki/Okapi_BM25 */
export function rarity(holders: number, all: number): number {
  return Math.log(1 + (all - holders + 0.5) / (holders + 0.5));
}
