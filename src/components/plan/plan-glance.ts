import { unitOfKpi, unitOfTarget } from '../../document/kpi-figure.ts';
import type { ElementContent } from 'hast';
import { inlineContent } from '../../markdown/blank-element.ts';
import { parseOffset, shareOfPeriod } from '../../model/time/offset.ts';
import { type Rhythm, rhythmSchema } from '../../model/time/period.ts';
import type { Plan } from '../../model/plan.ts';
import type { Kpi } from '../../model/sections.ts';
import { needsUnit, parseTarget } from '../../model/target/target.ts';
import { divisionsOf, type Division } from '../../model/time/schedule-marks.ts';

/** An indicator as a card shows it. */
export interface KpiCard {
  readonly name: readonly ElementContent[];
  readonly target: readonly ElementContent[];
  readonly baseline: readonly ElementContent[] | undefined;
  readonly weight: number | undefined;
}

/** The indicators that weigh most, in the plan's order where they weigh the same. */
export function kpiCards(plan: Pick<Plan, 'kpis' | 'fields'>, limit: number): KpiCard[] {
  return plan.kpis
    .toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0))
    .slice(0, limit)
    .map((kpi) => ({
      name: inlineContent(kpi.name, plan.fields),
      target: figure(kpi.target, kpi, plan),
      baseline: kpi.baseline === undefined || kpi.baseline === '无' ? undefined : figure(kpi.baseline, kpi, plan),
      weight: kpi.weight,
    }));
}

/** A figure with its unit: the one it is written with, that of its field, or the indicator's. */
function figure(source: string, kpi: Kpi, { fields }: Pick<Plan, 'fields'>): ElementContent[] {
  const target = parseTarget(source);
  const ownUnit = target === undefined || !needsUnit(target) || unitOfTarget(target, fields) !== '';
  return [...inlineContent(source, fields), ...(ownUnit ? [] : inlineContent(unitOfKpi(kpi, fields), fields))];
}

/** One division of the plan's period, and how many tasks fall due in it. */
export interface DueCount extends Pick<Division, 'ordinal' | 'unit'> {
  readonly count: number;
}

/** Tasks with a date of their own, by month, week or day of the period; a rhythm's end is no date of its own. */
export function dueCounts({ tasks, period }: Pick<Plan, 'tasks' | 'period'>): DueCount[] {
  const shares = tasks.flatMap(({ due, every }) => {
    const offset = due === undefined || every !== undefined ? undefined : parseOffset(due);
    return offset === undefined ? [] : [shareOfPeriod(offset, period)];
  });
  const divisions = divisionsOf(period);
  return divisions.map(({ ordinal, unit, from, to }) => ({
    ordinal,
    unit,
    // A deadline is the end of its month: it belongs to the division that it ends. One at the start itself, to the first.
    count: shares.filter((share) => (share > from && share <= to) || (share === 0 && from === 0)).length,
  }));
}

/** How often work is done: tasks by rhythm, the most frequent first, at the end those that are done once. */
export function rhythmCounts(
  tasks: readonly { readonly every?: Rhythm | undefined }[],
): { readonly rhythm: Rhythm | 'once'; readonly count: number }[] {
  const rhythms = [...rhythmSchema.options, 'once' as const];
  return rhythms
    .map((rhythm) => ({ rhythm, count: tasks.filter(({ every }) => (every ?? 'once') === rhythm).length }))
    .filter(({ count }) => count > 0);
}
