/** The collection of plans, as pages are made from it. */
import { type CollectionEntry, getCollection, render } from 'astro:content';
import { pictureSource } from 'virtual:planshelf/pictures';
import { documentOf } from '../document/document-of.ts';
import type { Prose } from '../document/prose/prose-blocks.ts';
import type { PlanDocument } from '../document/schema.ts';
import { type Plan, toPlan } from '../model/plan.ts';
import { routesUnder } from '../model/shelf/routes.ts';
import { type PublishedPicture, publishedPictures, withPublishedPictures } from '../pictures/published-pictures.ts';

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

/** What was asked for last: a plan's files are made one after the other. */
let latest: { readonly digest: string; readonly published: Promise<PublishedPlan> } | undefined;

interface PublishedPlan {
  readonly document: PlanDocument;
  /** By name. */
  readonly pictures: ReadonlyMap<string, PublishedPicture>;
}

/** The document of a plan, its pictures with their addresses below the site's base path. */
export async function documentOfEntry(source: PlanWithEntry): Promise<PlanDocument> {
  return (await published(source)).document;
}

/** The pictures of a plan by the names that they are published under. */
export async function picturesOfEntry(source: PlanWithEntry): Promise<ReadonlyMap<string, PublishedPicture>> {
  return mayShowPictures(source) ? (await published(source)).pictures : new Map<string, PublishedPicture>();
}

/** Whether a plan may have pictures; most have none, which their text tells quickly. */
function mayShowPictures({ entry: { body = '' } }: PlanWithEntry): boolean {
  return /!\[|<img/.test(body);
}

function published({ entry, plan }: PlanWithEntry): Promise<PublishedPlan> {
  const digest = `${plan.slug} ${entry.digest ?? ''}`;
  // While developing, a picture may change where the text does not.
  if (latest?.digest !== digest || !import.meta.env.PROD) latest = { digest, published: publish({ entry, plan }) };
  return latest.published;
}

async function publish({ entry, plan }: PlanWithEntry): Promise<PublishedPlan> {
  const { remarkPluginFrontmatter } = await render(entry);
  // `remarkProse` has written it.
  const document = documentOf(plan, remarkPluginFrontmatter['prose'] as Prose);
  const pictures = await publishedPictures(document, entry.filePath ?? '', pictureSource);
  const routes = routesUnder('/');
  return {
    document: withPublishedPictures(document, pictures, (name) => routes.planPicture(plan.slug, name)),
    pictures: new Map([...pictures.values()].map((one) => [one.name, one])),
  };
}
