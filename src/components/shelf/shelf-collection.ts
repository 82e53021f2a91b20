/** The plans of the site. */
import type { Plan } from '../../model/plan.ts';
import { recommended } from '../../model/shelf/shelf-order.ts';
import { industryTitles } from './industry-titles.ts';
import { planEntries } from '../plan-entries.ts';
import { type ShelfIndustry, industriesOf } from './shelf-industries.ts';

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

let industries: Promise<readonly ShelfIndustry[]> | undefined;

async function readShelfIndustries(): Promise<readonly ShelfIndustry[]> {
  return industriesOf(await plansOnShelf(), industryTitles);
}

/** The industries that have plans, with their plans: they stand in the foot of every page. */
export function industriesOnShelf(): Promise<readonly ShelfIndustry[]> {
  return import.meta.env.PROD ? (industries ??= readShelfIndustries()) : readShelfIndustries();
}
