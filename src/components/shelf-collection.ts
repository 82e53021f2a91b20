/** The plans of the site. */
import { getCollection } from 'astro:content';
import { type Plan, toPlan } from '../model/plan.ts';
import { recommended } from '../model/shelf-order.ts';
import { industryTitles } from './industry-titles.ts';

/** All plans, in the order 推荐. */
export async function plansOnShelf(): Promise<readonly Plan[]> {
  const plans = (await getCollection('plans')).map((entry) => toPlan(entry.id, entry.data));
  return recommended(plans, [...industryTitles.keys()]);
}
