/** What a reader types in place of simplified characters: traditional ones, pinyin, and the first letters of pinyin. */
import type { SearchHead, SearchHeads } from '../../model/search/search-head.ts';

/** Fewer first letters than this could stand for nearly everything. */
const leastInitials = 3;
/** How many words are tried for one that is given in letters. */
const mostReadings = 3;

export class HanQuery {
  readonly #simplified: ReadonlyMap<string, string>;
  readonly #readings: ReadonlyMap<string, string>;
  /** Runs of characters of the shelf's titles, tags, headings and names, with how often they stand there. */
  readonly #runs: ReadonlyMap<string, number>;

  constructor({ plans, traditional, readings }: Pick<SearchHeads, 'plans' | 'traditional' | 'readings'>) {
    this.#simplified = new Map(
      traditional.split(' ').flatMap((item) => {
        const [simple = '', ...forms] = Array.from(item);
        return forms.map((form): [string, string] => [form, simple]);
      }),
    );
    this.#readings = new Map(
      readings.split(' ').flatMap((item) => {
        const reading = /^[a-z]*/.exec(item)?.[0] ?? '';
        return Array.from(item.slice(reading.length), (character): [string, string] => [character, reading]);
      }),
    );
    this.#runs = countRuns(plans);
  }

  simplify(query: string): string {
    return Array.from(query, (character) => this.#simplified.get(character) ?? character).join('');
  }

  /** Words of the shelf that are read as the letters say, the most common first: `wuyefei` and `wyf` → 物业费. */
  readAs(letters: string): readonly string[] {
    const found = new Map<string, number>();
    for (const [run, count] of this.#runs) {
      const syllables = Array.from(run, (character) => this.#readings.get(character) ?? '');
      for (let start = 0; start < syllables.length; start++) {
        const length = lengthReadAs(letters, syllables, start);
        const word = run.slice(start, start + length);
        if (length > 1) found.set(word, (found.get(word) ?? 0) + count);
      }
    }
    const common = [...found].toSorted(([, a], [, b]) => b - a);
    return common.slice(0, mostReadings).map(([word]) => word);
  }
}

/** How many syllables from a place on make up the letters, in full or by their first letters; 0 where none do. */
function lengthReadAs(letters: string, syllables: readonly string[], start: number): number {
  const initials = syllables.slice(start, start + letters.length).map((syllable) => syllable.charAt(0));
  if (letters.length >= leastInitials && initials.join('') === letters) return letters.length;
  let read = '';
  for (let at = start; at < syllables.length && syllables[at] !== '' && read.length < letters.length; at++) {
    read += syllables[at] ?? '';
    if (read === letters) return at - start + 1;
  }
  return 0;
}

/** What plans are called counts more than what stands in them. */
function countRuns(plans: readonly SearchHead[]): ReadonlyMap<string, number> {
  const runs = new Map<string, number>();
  const count = (texts: readonly string[], weight: number): void => {
    for (const run of texts.flatMap((text) => text.match(/\p{Script=Han}{2,}/gu) ?? []))
      runs.set(run, (runs.get(run) ?? 0) + weight);
  };
  for (const { title, tags, headings, names } of plans) {
    count([title, ...tags], 3);
    count([...headings, ...names], 1);
  }
  return runs;
}
