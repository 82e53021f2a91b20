import { labelsIn } from '../model/blank.ts';
import type { Plan } from '../model/plan.ts';
import { words } from './content.ts';
import type { Inline, PlanDocument } from './schema.ts';
import { documentStrings } from './strings.zh.ts';

/** Whose plan it is, for when, by whom; what the title says already is not said again. */
export function factsOf(plan: Plan): PlanDocument['facts'] {
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
export function signOffOf(plan: Plan): PlanDocument['signOff'] {
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
