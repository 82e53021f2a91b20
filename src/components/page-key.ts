/**
 * What a page of a plan is made of besides code, as a key: Astro takes a page from the build before where neither its key nor
 * the code behind it has changed. A key leaves out nothing that the page shows.
 * https://docs.astro.build/en/reference/experimental-flags/incremental-build/
 */
import { createHash } from 'node:crypto';
import { printPolicy } from '../model/content-security.ts';
import type { Plan } from '../model/plan.ts';
import type { PlanWithEntry } from './plan-entries.ts';
import { printed } from './printed.ts';
import { shelf } from './shelf.ts';
import { industriesOnShelf } from './shelf-collection.ts';

/** Of a page that is made of one entry alone. */
export function entryKey(source: PlanWithEntry): string {
  return keyOf([digestOf(source)]);
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
  return keyOf([digestOf(source), counts, shown]);
}

/** Of the text of the entry, front matter and prose. */
function digestOf({ entry, plan }: PlanWithEntry): string | number {
  if (entry.digest === undefined) throw new Error(`${plan.slug} 没有由文件读来的摘要，不知道页面变了没有`);
  return entry.digest;
}

function keyOf(shown: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify([printed, printPolicy, shelf, ...shown]))
    .digest('hex');
}
