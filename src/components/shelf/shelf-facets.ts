/** The facets with the values that the plans have, ready to be set as a form. */
import { periodTitles } from '../../model/time/period.ts';
import { levelTitles } from '../../model/plan.ts';
import {
  budgets,
  everything,
  type Facet,
  facets,
  lengthBounds,
  lengths,
  type ShelfPlan,
  valueCounts,
} from '../../model/shelf/shelf.ts';
import { shelfStrings as words } from './shelf-strings.zh.ts';

interface FacetValue {
  readonly value: string;
  readonly title: string;
  /** Plans; undefined where it is known only when the plans are printed. */
  readonly count: number | undefined;
}

export interface FacetGroup {
  readonly facet: Facet;
  readonly title: string;
  readonly values: readonly FacetValue[];
}

const lengthTitles = {
  short: words.lengths.short(lengthBounds.short),
  medium: words.lengths.medium(lengthBounds.short + 1, lengthBounds.medium),
  long: words.lengths.long(lengthBounds.medium + 1),
};

/** A facet with a single value filters nothing and is left out. */
export function facetGroups(plans: readonly ShelfPlan[], industries: ReadonlyMap<string, string>): FacetGroup[] {
  const titles: Readonly<Record<Facet, readonly (readonly [string, string])[]>> = {
    industry: [...industries],
    level: Object.entries(levelTitles),
    period: Object.entries(periodTitles),
    length: lengths.map((length) => [length, lengthTitles[length]]),
    budget: budgets.map((budget) => [budget, words.budgets[budget]]),
  };
  return facets
    .map((facet) => {
      const counts = valueCounts(plans, everything, facet);
      const values = titles[facet].map(([value, title]) => ({
        value,
        title,
        count: facet === 'length' ? undefined : (counts.get(value) ?? 0),
      }));
      return { facet, title: words.facets[facet], values: values.filter(({ count }) => count !== 0) };
    })
    .filter(({ values }) => values.length > 1);
}
