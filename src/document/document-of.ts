import type { Plan } from '../model/plan.ts';
import { contentOf, roleList } from './content.ts';
import { factsOf, signOffOf } from './facts.ts';
import { documentFormat, documentVersion } from './format.ts';
import { planTables } from './plan-tables.ts';
import type { Prose } from './prose/prose-blocks.ts';
import type { PlanDocument } from './schema.ts';

/** The document of a plan and its prose. */
export function documentOf(plan: Plan, { blocks, footnotes }: Prose): PlanDocument {
  return {
    format: documentFormat,
    version: documentVersion,
    plan: plan.slug,
    name: plan.title,
    period: plan.period,
    fields: [...plan.fields],
    title: { content: contentOf(plan.heading) },
    facts: factsOf(plan),
    blocks,
    footnotes,
    tables: planTables(plan),
    roles: plan.roles.map(({ name, duty }) => ({ term: roleList(name), content: contentOf(duty ?? '') })),
    signOff: signOffOf(plan),
  };
}
