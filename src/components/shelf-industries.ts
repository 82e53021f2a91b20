import type { Plan } from '../model/plan.ts';

/** An industry that has plans. */
export interface ShelfIndustry {
  readonly key: string;
  readonly title: string;
  readonly plans: readonly Plan[];
}

/** In the shelf's order; an industry that the shelf does not know comes last, under its key. */
export function industriesOf(plans: readonly Plan[], titles: ReadonlyMap<string, string>): readonly ShelfIndustry[] {
  const keys = new Set([...titles.keys(), ...plans.map(({ industry }) => industry).sort()]);
  return [...keys]
    .map((key) => ({
      key,
      title: titles.get(key) ?? key,
      plans: plans.filter(({ industry }) => industry === key),
    }))
    .filter((industry) => industry.plans.length > 0);
}
