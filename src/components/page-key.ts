/**
 * What a page of a plan is made of besides code, as a key: Astro takes a page from the build before where neither its key nor
 * the code behind it has changed. A key leaves out nothing that the page shows.
 * https://docs.astro.build/en/reference/experimental-flags/incremental-build/
 */
import { createHash } from 'node:crypto';
import { printPolicy } from '../model/shelf/content-security.ts';
import type { Plan } from '../model/plan.ts';
import { type PlanWithEntry, picturesOfEntry, planEntries } from './plan-entries.ts';
import { printed } from './printed.ts';
import { shelf } from './shelf/shelf.ts';
import { industriesOnShelf } from './shelf/shelf-collection.ts';

/** A plan with the key of pages that are made of its entry alone. */
interface KeyedEntry extends PlanWithEntry {
  readonly cacheKey: string;
}

/** All plans, for pages that are made of one entry each. */
export async function keyedEntries(): Promise<readonly KeyedEntry[]> {
  const keyed = (await planEntries()).map(async (source) => ({ ...source, cacheKey: keyOf([await digestOf(source)]) }));
  return Promise.all(keyed);
}

/** Of a page of the site: in its foot stand all industries with how many plans they have. */
export async function sitePageKey(source: PlanWithEntry, related: readonly Plan[] = []): Promise<string> {
  const counts = (await industriesOnShelf()).map(({ key, plans }) => [key, plans.length]);
  const shown = related.map(({ slug, title, summary, industry, period, level }) => [
    slug,
    title,
    summary,
    industry,
    period,
    level,
  ]);
  return keyOf([await digestOf(source), counts, shown]);
}

/** Of the text of the entry, front matter and prose, and of its pictures, which are named by their content. */
async function digestOf(source: PlanWithEntry): Promise<readonly (string | number)[]> {
  const { entry, plan } = source;
  if (entry.digest === undefined) throw new Error(`${plan.slug} 没有由文件读来的摘要，不知道页面变了没有`);
  return [entry.digest, ...(await picturesOfEntry(source)).keys()];
}

function keyOf(shown: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify([printed, printPolicy, shelf, ...shown]))
    .digest('hex');
}
