import type { Root } from 'mdast';
import type { Plan } from '../model/plan.ts';
import { contentOf } from './content.ts';
import { factsOf, signOffOf } from './facts.ts';
import { BlockIds } from './block-ids.ts';
import { planTables } from './plan-tables.ts';
import { ProseBlocks } from './prose-blocks.ts';
import { documentFormat, documentVersion } from './format.ts';
import { type PartName, type PlanDocument, partNames } from './schema.ts';

/**
 * The document of a plan and its prose.
 * @param prose as `remarkUnravelled` and `proseTransforms` leave it: pages go on from there to HTML
 */
export function documentOf(plan: Plan, prose: Root): PlanDocument {
  const tables = planTables(plan);
  const ids = new BlockIds();
  ids.heading('title');
  const reader = new ProseBlocks(prose, ids, new Set(partNames.filter((name) => hasPart(name, tables))));
  const blocks = reader.read();
  return {
    format: documentFormat,
    version: documentVersion,
    plan: plan.slug,
    title: { content: contentOf(plan.heading) },
    facts: factsOf(plan),
    blocks,
    footnotes: reader.notes(blocks),
    tables,
    signOff: signOffOf(plan),
  };
}

function hasPart(name: PartName, tables: PlanDocument['tables']): boolean {
  return name === 'schedule' || name === 'signOff' || tables[name] !== undefined;
}
