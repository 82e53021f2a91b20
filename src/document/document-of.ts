import type { Root } from 'mdast';
import { labelsIn } from '../model/blank.ts';
import type { Plan } from '../model/plan.ts';
import { contentOf, words } from './content.ts';
import { Places } from './places.ts';
import { planTables } from './plan-tables.ts';
import { ProseBlocks } from './prose-blocks.ts';
import { documentFormat, documentVersion } from './format.ts';
import { type Inline, type PartName, type PlanDocument, partNames } from './schema.ts';
import { documentStrings } from './strings.zh.ts';

/**
 * The document of a plan and its prose.
 * @param prose as `remarkUnravelled` and `proseTransforms` leave it: pages go on from there to HTML
 */
export function documentOf(plan: Plan, prose: Root): PlanDocument {
  const tables = planTables(plan);
  const places = new Places();
  places.heading('title');
  const reader = new ProseBlocks(prose, places, new Set(partNames.filter((name) => hasPart(name, tables))));
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

/** Whose plan it is, for when, by whom; what the title says already is not said again. */
function factsOf(plan: Plan): PlanDocument['facts'] {
  const s = documentStrings.titleBlock;
  const said = new Set(labelsIn(plan.heading));
  const facts: readonly (readonly [field: string, name: string, term: string, content: Inline[]])[] = [
    ['organization', 'organization', s.organization, baseBlank(plan, 'organization')],
    ['year', 'year', s.year, [...baseBlank(plan, 'year'), ...words(s.yearUnit)]],
    ['start', 'period', s.period, [...words(s.from), ...baseBlank(plan, 'start'), ...words(s.length[plan.period])]],
    ['author', 'author', s.author, baseBlank(plan, 'author')],
    ['written', 'written', s.written, baseBlank(plan, 'written')],
  ];
  return facts
    .filter(([field]) => !said.has(baseLabel(plan, field)))
    .map(([, name, term, content]) => ({ name, term: words(term), content }));
}

/** Who drew the plan up and when, and lines for those who check and approve it to sign by hand. */
function signOffOf(plan: Plan): PlanDocument['signOff'] {
  const s = documentStrings.signOff;
  const signature: Inline[] = [
    { kind: 'gap', for: 'signature' },
    { kind: 'gap', for: 'date' },
  ];
  return [
    { term: words(s.organization), content: baseBlank(plan, 'organization') },
    { term: words(s.author), content: baseBlank(plan, 'author') },
    { term: words(s.written), content: baseBlank(plan, 'written') },
    { term: words(s.reviewed), content: signature },
    { term: words(s.approved), content: signature },
  ];
}

function baseBlank(plan: Plan, name: string): Inline[] {
  return [{ kind: 'blank', label: baseLabel(plan, name) }];
}

/** The label that the plan gives a base field. */
function baseLabel(plan: Plan, name: string): string {
  return plan.fields.find((field) => field.name === name)?.label ?? name;
}
