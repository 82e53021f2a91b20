/** The collection of plans, as pages are made from it. */
import { type CollectionEntry, getCollection } from 'astro:content';
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
