/** The plans of the site. */
import { getCollection } from 'astro:content';
import { type Plan, toPlan } from '../model/plan.ts';
import { recommended } from '../model/shelf-order.ts';
import { industryTitles } from './industry-titles.ts';

async function readShelf(): Promise<readonly Plan[]> {
  const plans = (await getCollection('plans')).map((entry) => toPlan(entry.id, entry.data));
  return recommended(plans, [...industryTitles.keys()]);
}

let shelf: Promise<readonly Plan[]> | undefined;

/** All plans, in the order 推荐. */
export function plansOnShelf(): Promise<readonly Plan[]> {
  // Astro copies a collection each time it is asked for, and every page asks: a build reads it once.
  return import.meta.env.PROD ? (shelf ??= readShelf()) : readShelf();
}
