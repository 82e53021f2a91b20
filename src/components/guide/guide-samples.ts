import { type Field, type FieldKind, baseFields } from '../../model/field.ts';
import type { Plan } from '../../model/plan.ts';
import type { PlanComponent } from '../../markdown/plan-components.ts';

/** A plan with the text of its file. */
export interface SampleEntry {
  readonly plan: Plan;
  readonly source: string;
}

/** What a component shows in the guide: the part of the front matter that feeds it, and how much of it. */
export interface ComponentSample {
  readonly name: PlanComponent;
  /** Key of the front matter whose first items are shown; the sign-off has none of its own. */
  readonly key?: 'kpis' | 'tasks' | 'budget' | 'risks' | 'reviews';
  readonly count?: number;
  /** The chart shows what the task table before it shows: its source need not stand there twice. */
  readonly sameSource?: true;
}

export const componentSamples: readonly ComponentSample[] = [
  { name: 'Kpis', key: 'kpis', count: 3 },
  { name: 'Tasks', key: 'tasks', count: 3 },
  { name: 'Schedule', key: 'tasks', count: 6, sameSource: true },
  { name: 'Budget', key: 'budget' },
  { name: 'Risks', key: 'risks', count: 2 },
  { name: 'Reviews', key: 'reviews', count: 2 },
  { name: 'SignOff' },
];

/** The plan whose parts are shown: the preferred one, else the first that has everything, else the first. */
export function sampleEntry(entries: readonly SampleEntry[], preferred: string): SampleEntry | undefined {
  const whole = ({ plan }: SampleEntry): boolean => plan.budget !== undefined && plan.risks.length > 0;
  return entries.find((entry) => entry.plan.slug === preferred && whole(entry)) ?? entries.find(whole) ?? entries[0];
}

/** The shortest file that has every part but a budget: what a whole file looks like. */
export function shortestEntry(entries: readonly SampleEntry[]): SampleEntry | undefined {
  const whole = entries.filter(({ plan }) => plan.risks.length > 0);
  return (whole.length === 0 ? [...entries] : whole).sort((a, b) => a.source.length - b.source.length)[0];
}

/** The plan with only as much of a list as a sample shows. */
export function shortened(plan: Plan, { key, count }: ComponentSample): Plan {
  return key === undefined || key === 'budget' || count === undefined
    ? plan
    : { ...plan, [key]: plan[key].slice(0, count) };
}

/** A declared field of a kind with an example, from the preferred plan if it has one. */
export function sampleField(
  entries: readonly SampleEntry[],
  kind: FieldKind,
  preferred: string,
): { readonly entry: SampleEntry; readonly field: Field } | undefined {
  const ordered = [...entries].sort((a, b) => Number(b.plan.slug === preferred) - Number(a.plan.slug === preferred));
  for (const entry of ordered) {
    const field = entry.plan.fields.find((field) => field.kind === kind && isTelling(entry, field));
    if (field !== undefined) return { entry, field };
  }
  return undefined;
}

/** Base fields stand in every plan and mostly need no declaration; one that the author wrote down shows more. */
function isTelling({ source }: SampleEntry, field: Field): boolean {
  return field.hint !== undefined && !baseNames.has(field.name) && source.includes(`- name: ${field.name}\n`);
}

const baseNames = new Set(baseFields.map(({ name }) => name));
