/** What `/search.json` holds: the heads of all plans, the shelf's synonyms, and how its characters may be typed. */
import { readings, traditionalForms } from '../../model/search/han-forms.ts';
import { periodTitles } from '../../model/time/period.ts';
import { levelTitles, type Plan } from '../../model/plan.ts';
import type { SearchHead, SearchHeads } from '../../model/search/search-head.ts';
import type { SynonymGroups } from '../../model/search/search-words.ts';

/** A plan with the prose of its entry. */
export interface PlanWithProse {
  readonly plan: Plan;
  readonly prose: string;
}

export function searchHeads(
  plans: readonly PlanWithProse[],
  industries: ReadonlyMap<string, string>,
  synonyms: SynonymGroups,
): SearchHeads {
  const heads = plans.map((one) => headOf(one, industries));
  const words = heads.flatMap(({ title, tags, headings, names }) => [title, ...tags, ...headings, ...names]);
  const known = new Set([...words, ...synonyms.flat()].flatMap((text) => Array.from(text)));
  return { synonyms, plans: heads, ...typedForms(known) };
}

function headOf({ plan, prose }: PlanWithProse, industries: ReadonlyMap<string, string>): SearchHead {
  const { slug, title, summary, tags, industry, period, level } = plan;
  return {
    slug,
    title,
    summary,
    tags,
    headings: headingsOf(prose),
    names: [...plan.kpis, ...plan.tasks].map(({ name }) => withoutMarks(name)),
    facets: [industry, period, level],
    facts: [industries.get(industry) ?? industry, periodTitles[period], levelTitles[level]],
  };
}

/** Headings as lines: to parse the prose of a thousand plans once more would take longer than the rest of the index. */
function headingsOf(prose: string): string[] {
  const shown = prose.replace(/^ {0,3}(```|~~~)[^]*?^ {0,3}\1/gm, '');
  return [...shown.matchAll(/^ {0,3}#{2,6} +(.+?)(?: +#+)? *$/gm)].map(([, text = '']) => withoutMarks(text));
}

function withoutMarks(text: string): string {
  return text.replace(/[【】*_`]/g, '');
}

function typedForms(known: ReadonlySet<string>): Pick<SearchHeads, 'traditional' | 'readings'> {
  const keep = (items: string, shortened: (item: string) => string): string =>
    items
      .trim()
      .split(/\s+/)
      .map(shortened)
      .filter((item) => item !== '')
      .join(' ');
  return {
    traditional: keep(traditionalForms, (item) => (known.has(Array.from(item)[0] ?? '') ? item : '')),
    readings: keep(readings, (item) => {
      const characters = Array.from(item).filter((character) => known.has(character) && !/[a-z]/.test(character));
      return characters.length === 0 ? '' : `${/^[a-z]*/.exec(item)?.[0] ?? ''}${characters.join('')}`;
    }),
  };
}
