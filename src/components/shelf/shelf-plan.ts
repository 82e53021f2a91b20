import type { Plan } from '../../model/plan.ts';
import type { ShelfPlan } from '../../model/shelf/shelf.ts';
import { blankCount } from '../plan/plan-facts.ts';

/** A plan as the shelf knows it, before it is printed. */
export function toShelfPlan(plan: Plan): ShelfPlan {
  const { slug, title, summary, industry, level, period, updated } = plan;
  const budget = plan.budget !== undefined;
  return { slug, title, summary, industry, level, period, budget, pages: null, blanks: blankCount(plan), updated };
}
