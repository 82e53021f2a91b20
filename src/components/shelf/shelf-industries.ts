import type { Plan } from '../../model/plan.ts';

/** An industry that has plans. */
export interface ShelfIndustry {
  readonly key: string;
  readonly title: string;
  readonly plans: readonly Plan[];
}

/** In the shelf's order; an industry that the shelf does not know comes last, under its key. */
export function industriesOf(plans: readonly Plan[], titles: ReadonlyMap<string, string>): readonly ShelfIndustry[] {
  const byIndustry = Map.groupBy(plans, ({ industry }) => industry);
  const unknown = [...byIndustry.keys()].filter((key) => !titles.has(key)).sort();
  return [...titles.keys(), ...unknown].flatMap((key) => {
    const own = byIndustry.get(key);
    return own === undefined ? [] : [{ key, title: titles.get(key) ?? key, plans: own }];
  });
}

/** For a list to choose from: the plans of each industry by title. */
export function byTitle(industries: readonly ShelfIndustry[]): readonly ShelfIndustry[] {
  const collator = new Intl.Collator('zh-CN');
  return industries.map((industry) => ({
    ...industry,
    plans: industry.plans.toSorted((a, b) => collator.compare(a.title, b.title)),
  }));
}
