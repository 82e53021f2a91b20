/** The collection of plans, as pages are made from it. */
import { type CollectionEntry, getCollection } from 'astro:content';
import { entryDocument } from '../document/entry-document.ts';
import type { PlanDocument } from '../document/schema.ts';
import { type Plan, toPlan } from '../model/plan.ts';

/** A plan with the entry that holds its prose. */
export interface PlanWithEntry {
  readonly plan: Plan;
  readonly entry: CollectionEntry<'plans'>;
}

async function readEntries(): Promise<readonly PlanWithEntry[]> {
  return (await getCollection('plans')).map((entry) => ({ plan: toPlan(entry.id, entry.data), entry }));
}

let entries: Promise<readonly PlanWithEntry[]> | undefined;

/** All plans, in the order of the collection. */
export function planEntries(): Promise<readonly PlanWithEntry[]> {
  // Astro copies a collection each time it is asked for, and every page asks: a build reads it once.
  return import.meta.env.PROD ? (entries ??= readEntries()) : readEntries();
}

/** The document that was asked for last: a plan's files are made one after the other. */
let latest: { readonly source: string; readonly document: PlanDocument } | undefined;

/** The document of a plan. */
export function documentOfEntry({ entry, plan }: PlanWithEntry): PlanDocument {
  const source = `${plan.slug} ${entry.digest ?? ''}`;
  // The body comes without its front matter; a line before it keeps a rule at its top from being taken for one.
  if (latest?.source !== source) latest = { source, document: entryDocument(plan, `\n${entry.body ?? ''}`) };
  return latest.document;
}
