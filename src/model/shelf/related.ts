import { type Period, periodSchema } from '../time/period.ts';
import { type Level, levelSchema, type Plan } from '../plan.ts';
import { compareText } from '../search/text-order.ts';

type Comparable = Pick<Plan, 'slug' | 'title' | 'industry' | 'level' | 'period' | 'tags'>;

const levels: readonly Level[] = levelSchema.options;
const periods: readonly Period[] = periodSchema.options;

/**
 * The plans nearest to one, nearest first; the same collection gives the same order whatever order it comes in.
 * The industry weighs most: readers of a plan look for its neighbours in their own trade before they look at
 * another trade's plan of the same length.
 */
export function relatedPlans<P extends Comparable>(plan: Comparable, all: readonly P[], limit: number): P[] {
  // Kept in order as they are met: every plan's page asks this of all plans, and sorting them all is most of the work.
  const nearest: Found<P>[] = [];
  for (const other of all) {
    if (other.slug === plan.slug) continue;
    const found = { other, nearness: nearness(plan, other) };
    const place = nearest.findIndex((kept) => compareFound(found, kept) < 0);
    nearest.splice(place === -1 ? nearest.length : place, 0, found);
    if (nearest.length > limit) nearest.pop();
  }
  return nearest.map(({ other }) => other);
}

interface Found<P> {
  readonly other: P;
  readonly nearness: number;
}

/** Nearest first, then by slug. */
function compareFound(a: Found<Comparable>, b: Found<Comparable>): number {
  return b.nearness - a.nearness || compareText(a.other.slug, b.other.slug);
}

/** Same industry 4; level and period 2 each when the same, 1 when neighbours; each shared tag 1. */
export function nearness(a: Comparable, b: Comparable): number {
  const industry = a.industry === b.industry ? 4 : 0;
  let shared = 0;
  for (const tag of a.tags) if (b.tags.includes(tag)) shared++;
  return industry + closeness(levels, a.level, b.level) + closeness(periods, a.period, b.period) + shared;
}

function closeness<T>(scale: readonly T[], a: T, b: T): number {
  return Math.max(0, 2 - Math.abs(scale.indexOf(a) - scale.indexOf(b)));
}
