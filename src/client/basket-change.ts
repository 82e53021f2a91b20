/**
 * Changing the basket, and the templates that its papers are set in; apart, since every page reads how much is in it, and
 * few do more.
 */
import { mostPapers } from '../fill/sharing.ts';
import { basketKey, readBasket, storedObject } from './basket.ts';
import { readStored, writeStored } from './stored.ts';

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

/** `{"slugs":["a","b"],"templates":{"b":"official"}}` → b in official. */
export function parsePaperTemplates(stored: string | undefined): PaperTemplates {
  const { templates } = storedObject(stored);
  if (typeof templates !== 'object' || templates === null) return {};
  return Object.fromEntries(
    Object.entries(templates).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
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
