import { contentOf } from '../../document/content.ts';
import { contentFiller } from '../../document/fill.ts';
import { nothingFilled } from '../../document/filling.ts';
import { inlineText } from '../../export/blocks.ts';
import { inlineReader } from '../../export/document-inline.ts';
import type { Comparison } from '../../model/shelf/comparison.ts';
import { baseFields } from '../../model/field.ts';
import { periodTitles, rhythmTitles } from '../../model/time/period.ts';
import { levelTitles, type Plan } from '../../model/plan.ts';
import { needsUnit, parseTarget, targetUnit } from '../../model/target/target.ts';
import { compareStrings as words } from './compare-strings.zh.ts';
import { blankCount, dayInWords } from './plan-facts.ts';
import { rhythmCounts } from './plan-glance.ts';
import { wordsOfTime } from '../../document/time/time-words.ts';

/**
 * @param body the plan's prose in MDX
 * @param industry title of its industry
 * @param pages what becomes the number of pages
 */
export function comparisonOf(plan: Plan, body: string, industry: string, pages: string): Comparison {
  const { fields, kpis, tasks, reviews, risks, budget } = plan;
  const read = inlineReader(fields, []);
  const known = contentFiller({ fields }, nothingFilled);
  // A blank that is still open stands in its brackets, since nothing else shows here that it is one.
  const text = (source: string): string => inlineText(read(known(contentOf(source))));
  const base = new Set(baseFields.map(({ name }) => name));
  return {
    slug: plan.slug,
    title: plan.title,
    facts: {
      [words.fact.industry]: industry,
      [words.fact.period]: periodTitles[plan.period],
      [words.fact.level]: levelTitles[plan.level],
      [words.fact.kpis]: words.items(kpis.length),
      [words.fact.tasks]: words.items(tasks.length),
      [words.fact.reviews]: words.items(reviews.length),
      [words.fact.risks]: words.items(risks.length),
      [words.fact.blanks]: words.items(blankCount(plan)),
      [words.fact.budget]: budget === undefined ? words.noBudget : words.hasBudget,
      [words.fact.updated]: dayInWords(plan.updated),
    },
    pages,
    characters: charactersIn(body),
    rhythms: Object.fromEntries(
      rhythmCounts([...tasks, ...reviews]).map(({ rhythm, count }) => [
        rhythm === 'once' ? words.once : rhythmTitles[rhythm],
        count,
      ]),
    ),
    kpis: kpis.map(({ name, target, unit, weight }) => ({
      name: text(name),
      detail: joined([
        text(target) + (unit === undefined || hasUnit(target, unit) ? '' : unit),
        weight && words.weight(weight),
      ]),
    })),
    tasks: tasks.map((task) => ({ name: text(task.name), detail: joined([wordsOfTime(task), task.owner]) })),
    reviews: reviews.map((review) => ({
      name: text(review.name),
      detail: joined([wordsOfTime(review), review.by]),
    })),
    blanks: fields.filter(({ name, kind }) => !base.has(name) && kind !== 'computed').map(({ label }) => label),
  };
}

/** Whether a target says its unit itself, or needs none. */
function hasUnit(source: string, unit: string): boolean {
  const target = parseTarget(source);
  return target === undefined ? source.includes(unit) : targetUnit(target) !== '' || !needsUnit(target);
}

/** Chinese characters and words of other scripts in the prose; components, comments and link targets do not count. */
export function charactersIn(body: string): number {
  const prose = body
    .replace(/\{\/\*.*?\*\/\}/gsu, '')
    .replace(/<[^>]*>/gu, '')
    .replace(/\]\([^)]*\)/gu, ']');
  return prose.match(/\p{Script=Han}|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu)?.length ?? 0;
}

function joined(parts: readonly (string | number | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '' && part !== 0).join(words.separator);
}
