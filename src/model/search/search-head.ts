/** What the search knows of the plans before it reads their text: what stands at the head of things. */
import type { SynonymGroups } from './search-words.ts';

export interface SearchHead {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly headings: readonly string[];
  /** Names of indicators and tasks. */
  readonly names: readonly string[];
  /** Keys of industry, period and level. */
  readonly facets: readonly [industry: string, period: string, level: string];
  /** The same as people call them. */
  readonly facts: readonly [industry: string, period: string, level: string];
}

/** What `/search.json` holds. */
export interface SearchHeads {
  readonly synonyms: SynonymGroups;
  /** `飞飛 门門`: simplified characters that the shelf's titles and words hold, each before its traditional forms. */
  readonly traditional: string;
  /** `li离理 wang网望`: their readings, each before the characters that are read so. */
  readonly readings: string;
  /** In the order of the shelf, which decides between plans that are found equally well. */
  readonly plans: readonly SearchHead[];
}

/** File of the index, below `/pagefind/`: addresses of pages by the names that results have for them. */
export const pagesFile = 'pages.json';
