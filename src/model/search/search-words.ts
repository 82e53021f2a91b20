/** How a reader's query is cut into words, and which other words stand for them. Pure; the browser loads it. */
import { termsOf } from './search-term.ts';

/** Groups of words that stand for each other, from `content/synonyms.yaml`. */
export type SynonymGroups = readonly (readonly string[])[];

/** A word of a query. */
export interface SearchWord {
  /** As it is searched for: lower case, ordinary width. */
  readonly text: string;
  /** Other words for it, the nearest first. */
  readonly others: readonly string[];
}

/** How many other words are searched for beside a word: in a large index each costs the reader a download. */
const mostOthers = 4;
/** What another word counts beside the reader's own; the further back in its group, the less. */
export const otherWeight = (place: number): number => 0.7 * 0.85 ** place;
/** How many words of a query are searched for. No question has more that distinguish plans. */
const mostWords = 8;

/** Words of questions and requests, which occur with any plan. */
const stopWords = new Set(
  [
    '怎么',
    '怎样',
    '怎么办',
    '怎么样',
    '怎么做',
    '如何',
    '什么',
    '为什么',
    '哪些',
    '哪个',
    '哪里',
    '可以',
    '需要',
  ].concat([
    '应该',
    '关于',
    '一份',
    '一个',
    '一下',
    '我们',
    '他们',
    '想要',
    '想找',
    '要求',
    '进行',
    '以及',
    '或者',
    '还有',
    '没有',
  ]),
);

/** Cuts queries into words: those that the shelf knows first, the rest by the dictionary of the browser. */
export class WordCutter {
  readonly #others = new Map<string, readonly string[]>();
  readonly #longest: number;
  readonly #segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

  /** @param names words that stand for nothing else and are to be kept whole, such as those of the facets */
  constructor(groups: SynonymGroups, names: readonly string[] = []) {
    for (const name of names) this.#others.set(name.toLowerCase(), []);
    for (const group of groups.map((words) => words.map((word) => word.toLowerCase())))
      for (const word of group) {
        const known = this.#others.get(word) ?? [];
        this.#others.set(word, [...known, ...group.filter((other) => other !== word && !known.includes(other))]);
      }
    this.#longest = Math.max(0, ...[...this.#others.keys()].map(({ length }) => length));
  }

  /** The words of a query, each once. Single Chinese characters are none: too many plans hold them. */
  wordsOf(query: string): readonly SearchWord[] {
    const texts = termsOf(query).flatMap((term) => this.#cut(term));
    const words = new Set(texts.filter((text) => isWord(text) && !stopWords.has(text)));
    return [...words]
      .slice(0, mostWords)
      .map((text) => ({ text, others: (this.#others.get(text) ?? []).slice(0, mostOthers) }));
  }

  #cut(term: string): string[] {
    const words: string[] = [];
    let rest = '';
    for (let at = 0; at < term.length;) {
      const known = this.#knownAt(term, at);
      if (known === undefined) rest += term[at++] ?? '';
      else {
        words.push(...this.#segment(rest), known);
        rest = '';
        at += known.length;
      }
    }
    return [...words, ...this.#segment(rest)];
  }

  /** The longest known word that begins at a place of a term. */
  #knownAt(term: string, at: number): string | undefined {
    for (let end = Math.min(term.length, at + this.#longest); end > at + 1; end--) {
      const word = term.slice(at, end);
      if (this.#others.has(word) && !isWithinRun(term, at) && !isWithinRun(term, end)) return word;
    }
    return undefined;
  }

  #segment(text: string): string[] {
    return [...this.#segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
  }
}

function isWord(text: string): boolean {
  return Array.from(text).length > 1 || /[a-z\d]/.test(text);
}

/** Whether a place has letters or figures on both sides, as 11 in `110`. */
function isWithinRun(text: string, at: number): boolean {
  return /[a-z\d]/.test(text[at - 1] ?? '') && /[a-z\d]/.test(text[at] ?? '');
}

/** Pairs of neighbouring Chinese characters, and whole runs of other letters and figures: `4S店售后` → `4s 店售 售后`. */
export function pairsOf(text: string): string[] {
  const runs = text.toLowerCase().match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];
  return runs.flatMap((run) => {
    const characters = Array.from(run);
    if (characters.length === 1 || !/^\p{Script=Han}/u.test(run)) return [run];
    return characters.slice(1).map((character, before) => `${characters[before] ?? ''}${character}`);
  });
}
