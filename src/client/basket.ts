/** The plans and drafts that a reader has put aside for a meeting, kept in this browser. */
import { readStored, writeStored } from './stored.ts';

/** Key in the browser's storage. */
export const basketKey = 'planshelf.basket.v1';

/** More papers than a meeting reads; keeps a damaged store from growing without end. */
export const mostPlans = 50;

/** No slug has a colon in it. */
const draftPrefix = 'draft:';

/** The entry of one of the writer's own drafts; that of a plan is its slug. */
export function draftEntry(id: string): string {
  return draftPrefix + id;
}

/** Id of the draft that an entry means; undefined for a plan. */
export function draftIdOf(entry: string): string | undefined {
  return entry.startsWith(draftPrefix) ? entry.slice(draftPrefix.length) : undefined;
}

/** Entries in their order, each once. Anything else that is stored under the key counts as empty. */
export function readBasket(): readonly string[] {
  return parseBasket(readStored(basketKey));
}

/** @returns whether it will be there next time */
export function writeBasket(entries: readonly string[]): boolean {
  return writeStored(basketKey, entries.length === 0 ? undefined : JSON.stringify({ slugs: entries }));
}

/** Puts a plan in, or takes it out. @returns the basket, also where it cannot be kept */
export function toggleInBasket(slug: string, basket: readonly string[] = readBasket()): readonly string[] {
  const changed = basket.includes(slug) ? basket.filter((other) => other !== slug) : [...basket, slug];
  writeBasket(changed);
  return changed;
}

/** `{"slugs":["a","b"]}` → a, b. */
export function parseBasket(stored: string | undefined): readonly string[] {
  if (stored === undefined) return [];
  let value: unknown;
  try {
    value = JSON.parse(stored);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
  if (typeof value !== 'object' || value === null || !('slugs' in value) || !Array.isArray(value.slugs)) return [];
  const slugs = value.slugs.filter((slug): slug is string => typeof slug === 'string' && slug !== '');
  return [...new Set(slugs)].slice(0, mostPlans);
}
