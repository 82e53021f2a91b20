/** The plans and drafts that a reader has put aside for a meeting, kept in this browser. */
import { mostPapers } from '../fill/sharing.ts';
import { readStored } from './stored.ts';

/** Key in the browser's storage. */
export const basketKey = 'planshelf.basket.v1';

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

/** `{"slugs":["a","b"]}` → a, b. */
export function parseBasket(stored: string | undefined): readonly string[] {
  const { slugs } = storedObject(stored);
  if (!Array.isArray(slugs)) return [];
  const entries = slugs.filter((slug): slug is string => typeof slug === 'string' && slug !== '');
  return [...new Set(entries)].slice(0, mostPapers);
}

/** What is stored under the key; nothing where it is no object. */
export function storedObject(stored: string | undefined): Readonly<Record<string, unknown>> {
  if (stored === undefined) return {};
  try {
    const value: unknown = JSON.parse(stored);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
