/** The shelf: which plans answer to a choice, and in what order. Pure, and without schemas, since the browser loads it. */
import type { Period } from '../time/period.ts';
import type { Level } from '../plan.ts';

/** A plan as the shelf knows it. */
export interface ShelfPlan {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** Key of an industry. */
  readonly industry: string;
  readonly level: Level;
  readonly period: Period;
  readonly budget: boolean;
  /** Pages of the first template's PDF; null where none was made. */
  readonly pages: number | null;
  /** Blanks to fill. */
  readonly blanks: number;
  /** YYYY-MM-DD */
  readonly updated: string;
}

/** Cards on one page of the shelf: more would make a shelf of a thousand plans slow to open. */
export const shelfPageSize = 24;

/** The facets of plans, in the order of the shelf. */
export const facets = ['industry', 'level', 'period', 'length', 'budget'] as const;
export type Facet = (typeof facets)[number];

/** Classes of length by pages of the PDF. */
export const lengths = ['short', 'medium', 'long'] as const;
export type Length = (typeof lengths)[number];
/** Most pages of a short and of a medium plan. */
export const lengthBounds = { short: 3, medium: 6 } as const;

export const budgets = ['with', 'without'] as const;

/** `recommended` is the order in which the plans are given. */
export const sorts = ['recommended', 'updated', 'length'] as const;
export type Sort = (typeof sorts)[number];

/** The selection of a reader: any of the values within a facet, all of the facets together. */
export interface Choice {
  /** Words to be searched for; '' for none. */
  readonly query: string;
  readonly values: Readonly<Record<Facet, readonly string[]>>;
  readonly sort: Sort;
  /** 1-based. */
  readonly page: number;
}

export const everything: Choice = {
  query: '',
  values: { industry: [], level: [], period: [], length: [], budget: [] },
  sort: 'recommended',
  page: 1,
};

/** Class of a number of pages. */
export function lengthOf(pages: number): Length {
  if (pages <= lengthBounds.short) return 'short';
  return pages <= lengthBounds.medium ? 'medium' : 'long';
}

/** A plan's value of a facet; undefined where it is not known. */
export function valueOf(plan: ShelfPlan, facet: Facet): string | undefined {
  if (facet === 'length') return plan.pages === null ? undefined : lengthOf(plan.pages);
  if (facet === 'budget') return plan.budget ? 'with' : 'without';
  return plan[facet];
}

function agrees(plan: ShelfPlan, facet: Facet, wanted: readonly string[]): boolean {
  const value = valueOf(plan, facet);
  return wanted.length === 0 || (value !== undefined && wanted.includes(value));
}

/** The plans that answer to every facet of a choice, or to every one but `except`; in the order given. */
export function matching(plans: readonly ShelfPlan[], { values }: Choice, except?: Facet): readonly ShelfPlan[] {
  const asked = facets.filter((facet) => facet !== except && values[facet].length > 0);
  return plans.filter((plan) => asked.every((facet) => agrees(plan, facet, values[facet])));
}

/** How many plans each value of a facet would show, with the other facets as they are chosen. */
export function valueCounts(plans: readonly ShelfPlan[], choice: Choice, facet: Facet): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const plan of matching(plans, choice, facet)) {
    const value = valueOf(plan, facet);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** A sorted copy. Plans that are equal in what is sorted by stay in the order given. */
export function sorted(plans: readonly ShelfPlan[], sort: Sort): readonly ShelfPlan[] {
  if (sort === 'updated') return plans.toSorted((a, b) => compare(b.updated, a.updated));
  // What was not printed has no length and comes last.
  if (sort === 'length') return plans.toSorted((a, b) => compare(a.pages ?? Infinity, b.pages ?? Infinity));
  return plans;
}

function compare<T extends string | number>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A facet that could be given up, and how many plans there would be. */
export interface Loosening {
  readonly facet: Facet;
  readonly plans: number;
}

/** For a choice that no plan answers to: the facets whose giving up would show plans, the most fruitful first. */
export function loosenings(plans: readonly ShelfPlan[], choice: Choice): readonly Loosening[] {
  return facets
    .filter((facet) => choice.values[facet].length > 0)
    .map((facet) => ({ facet, plans: matching(plans, choice, facet).length }))
    .filter((loosening) => loosening.plans > 0)
    .sort((a, b) => b.plans - a.plans);
}

/** The plans that answer to the most facets of a choice, at most `count`; equal ones in the order given. */
export function nearest(plans: readonly ShelfPlan[], { values }: Choice, count: number): readonly ShelfPlan[] {
  const answered = (plan: ShelfPlan) => facets.filter((facet) => agrees(plan, facet, values[facet])).length;
  return plans.toSorted((a, b) => answered(b) - answered(a)).slice(0, count);
}

/** One page of a list. A page beyond the last is the last. */
export function pageOf<T>(list: readonly T[], page: number, size: number) {
  const pages = Math.max(1, Math.ceil(list.length / size));
  const shown = Math.min(page, pages);
  return { items: list.slice((shown - 1) * size, shown * size), page: shown, pages };
}
