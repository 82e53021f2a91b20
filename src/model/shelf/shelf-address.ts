/** A choice on the shelf as the query of an address, so that a search can be sent to a colleague. */
import { type Choice, everything, type Facet, facets, type Sort, sorts } from './shelf.ts';

/** Longest query of a search, as the field takes it. */
export const longestQuery = 60;

/** The values that each facet has on this shelf. */
export type KnownValues = Readonly<Record<Facet, readonly string[]>>;

/** A parameter of an address that means nothing here. */
export interface Ignored {
  readonly name: Facet | 'sort' | 'page';
  readonly value: string;
}

function isSort(value: string): value is Sort {
  return sorts.some((sort) => sort === value);
}

/**
 * Reads `?q=欠费&industry=bank&industry=telecom&level=team&sort=updated&page=2`. What the shelf does not know is ignored and
 * named; parameters of other names are none of its business.
 */
export function readChoice(query: string, known: KnownValues): { choice: Choice; ignored: readonly Ignored[] } {
  const parameters = new URLSearchParams(query);
  const ignored: Ignored[] = [];
  const values = { ...everything.values };
  for (const facet of facets) {
    const given = [...new Set(parameters.getAll(facet))].filter((value) => value !== '');
    values[facet] = known[facet].filter((value) => given.includes(value));
    for (const value of given) if (!known[facet].includes(value)) ignored.push({ name: facet, value });
  }
  const sort = parameters.get('sort') ?? everything.sort;
  if (!isSort(sort)) ignored.push({ name: 'sort', value: sort });
  const page = parameters.get('page') ?? '1';
  const isPage = /^[1-9]\d{0,4}$/.test(page);
  if (!isPage) ignored.push({ name: 'page', value: page });
  return {
    choice: {
      query: readQuery(parameters.get('q') ?? ''),
      values,
      sort: isSort(sort) ? sort : everything.sort,
      page: isPage ? Number(page) : 1,
    },
    ignored,
  };
}

function readQuery(given: string): string {
  return Array.from(given.trim()).slice(0, longestQuery).join('');
}

/** The shortest query that says the same, with its question mark; '' for everything. */
export function queryOf({ query: words, values, sort, page }: Choice): string {
  const parameters = new URLSearchParams();
  if (words !== '') parameters.set('q', words);
  for (const facet of facets) for (const value of values[facet]) parameters.append(facet, value);
  if (sort !== everything.sort) parameters.set('sort', sort);
  if (page > 1) parameters.set('page', String(page));
  const query = parameters.toString();
  return query === '' ? '' : `?${query}`;
}
