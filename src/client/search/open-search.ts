/** Loads what it takes to search: the heads of the plans, and the program of the index of their text. */
import { pagesFile, type SearchHeads } from '../../model/search/search-head.ts';
import { openIndex } from './pagefind.ts';
import { PlanSearch } from './plan-search.ts';
import { TextIndex } from './text-index.ts';

const opened = new Map<string, Promise<PlanSearch>>();

/**
 * Once for a page; what failed is tried again.
 * @param root address of the site's root, with a slash at its end
 */
export function openSearch(root: string): Promise<PlanSearch> {
  const search = opened.get(root) ?? load(root);
  opened.set(root, search);
  search.catch(() => opened.delete(root));
  return search;
}

async function load(root: string): Promise<PlanSearch> {
  const [heads, pages, pagefind] = await Promise.all([
    fetchJson<SearchHeads>(`${root}search.json`),
    fetchJson<Readonly<Record<string, string>>>(`${root}pagefind/${pagesFile}`),
    openIndex(root),
  ]);
  return new PlanSearch(heads, await TextIndex.of(pagefind, slugsOf(pages)));
}

/** Both files are of the same build as this code. @throws where there is none */
async function fetchJson<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return (await response.json()) as T;
}

/** `plans/<slug>/`, percent-encoded, by the names that results have. */
export function slugsOf(pages: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(pages).map(([id, address]) => [id, decodeURIComponent(address.split('/').at(-2) ?? '')]),
  );
}
