/** The plans of the site. */
import type { Plan } from '../model/plan.ts';
import { recommended } from '../model/shelf-order.ts';
import { industryTitles } from './industry-titles.ts';
import { planEntries } from './plan-entries.ts';

async function readShelf(): Promise<readonly Plan[]> {
  const plans = (await planEntries()).map(({ plan }) => plan);
  return recommended(plans, [...industryTitles.keys()]);
}

let shelf: Promise<readonly Plan[]> | undefined;

/** All plans, in the order 推荐. */
export function plansOnShelf(): Promise<readonly Plan[]> {
  // Every page asks for it; a build orders it once.
  return import.meta.env.PROD ? (shelf ??= readShelf()) : readShelf();
}
