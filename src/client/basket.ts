/** The plans and drafts that a reader has put aside for a meeting, kept in this browser. */
import { mostPapers } from '../fill/sharing.ts';
import { readStored, writeStored } from './stored.ts';

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

/** Entry → name of the template that its paper is set in; the usual one where nothing is said. */
export type PaperTemplates = Readonly<Record<string, string>>;

/** The templates that were chosen for entries. A basket of an older version has none. */
export function readPaperTemplates(): PaperTemplates {
  return parsePaperTemplates(readStored(basketKey));
}

/**
 * @param templates of entries that are not in the basket are not kept
 * @returns whether it will be there next time
 */
export function writeBasket(entries: readonly string[], templates: PaperTemplates = readPaperTemplates()): boolean {
  const chosen = Object.entries(templates).filter(([entry]) => entries.includes(entry));
  const basket = { slugs: entries, ...(chosen.length > 0 && { templates: Object.fromEntries(chosen) }) };
  return writeStored(basketKey, entries.length === 0 ? undefined : JSON.stringify(basket));
}

/** Entries with one more at the end: why not, where there may be no more. */
export function withEntry(
  entries: readonly string[],
  entry: string,
): { readonly entries: readonly string[] } | { readonly refused: 'there' | 'full' } {
  if (entries.includes(entry)) return { refused: 'there' };
  return entries.length >= mostPapers ? { refused: 'full' } : { entries: [...entries, entry] };
}

/** What has become of a basket. */
export interface Toggled {
  readonly entries: readonly string[];
  /** Whether it will be there next time. */
  readonly kept: boolean;
  /** There was no room for one more, and nothing has changed. */
  readonly full: boolean;
}

/** Puts a plan in, or takes it out. */
export function toggleInBasket(slug: string, basket: readonly string[] = readBasket()): Toggled {
  const added = withEntry(basket, slug);
  if ('refused' in added && added.refused === 'full') return { entries: basket, kept: true, full: true };
  const entries = 'entries' in added ? added.entries : basket.filter((other) => other !== slug);
  return { entries, kept: writeBasket(entries), full: false };
}

/** `{"slugs":["a","b"]}` → a, b. */
export function parseBasket(stored: string | undefined): readonly string[] {
  const { slugs } = storedObject(stored);
  if (!Array.isArray(slugs)) return [];
  const entries = slugs.filter((slug): slug is string => typeof slug === 'string' && slug !== '');
  return [...new Set(entries)].slice(0, mostPapers);
}

/** `{"slugs":["a","b"],"templates":{"b":"official"}}` → b in official. */
export function parsePaperTemplates(stored: string | undefined): PaperTemplates {
  const { templates } = storedObject(stored);
  if (typeof templates !== 'object' || templates === null) return {};
  return Object.fromEntries(
    Object.entries(templates).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** What is stored; nothing where it is no object. */
function storedObject(stored: string | undefined): Readonly<Record<string, unknown>> {
  if (stored === undefined) return {};
  try {
    const value: unknown = JSON.parse(stored);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
