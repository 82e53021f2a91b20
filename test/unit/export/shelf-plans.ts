/** The plans of the shelf with their documents, made from their entries as the site makes them, without building it. */
import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { entryDocument } from '../../../src/document/entry-document.ts';
import type { PlanDocument } from '../../../src/document/schema.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { slugOf } from '../../../src/model/slug.ts';
import { planIn } from '../../../src/check/read-plan.ts';

const folder = resolve(import.meta.dirname, '../../../content/plans');

export interface ShelfPlan {
  readonly plan: Plan;
  readonly document: PlanDocument;
}

/** Slugs of all plans of the shelf, sorted. */
export const shelfSlugs = (await readdir(folder)).filter((name) => name.endsWith('.mdx')).map(slugOf);

/** The entry's file. */
export function shelfEntry(slug: string): string {
  return join(folder, `${slug}.mdx`);
}

export async function shelfPlan(slug: string): Promise<ShelfPlan> {
  const path = shelfEntry(slug);
  const source = await readFile(path, 'utf8');
  const plan = planIn(source, slug, path);
  return { plan, document: entryDocument(plan, source) };
}
