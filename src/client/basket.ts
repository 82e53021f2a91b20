/** The plans that a reader has put aside for a meeting, kept in this browser. */
import { readStored, writeStored } from './stored.ts';

const key = 'planshelf.basket.v1';

/** More plans than a meeting reads; keeps a damaged store from growing without end. */
const mostPlans = 50;

/** Slugs in the order in which they were put in, each once. Anything else that is stored under the key counts as empty. */
export function readBasket(): readonly string[] {
  return parseBasket(readStored(key));
}

/** Puts a plan in, or takes it out. @returns the basket, also where it cannot be kept */
export function toggleInBasket(slug: string, basket: readonly string[] = readBasket()): readonly string[] {
  const changed = basket.includes(slug) ? basket.filter((other) => other !== slug) : [...basket, slug];
  writeStored(key, changed.length === 0 ? undefined : JSON.stringify({ slugs: changed }));
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
