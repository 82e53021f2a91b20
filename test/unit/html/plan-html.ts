/** Parts of a plan as HTML, made of its document. */
import type { Element } from 'hast';
import { entryDocument } from '../../../src/document/entry-document.ts';
import { fillDocument } from '../../../src/document/fill.ts';
import { type Filling, nothingFilled } from '../../../src/document/filling.ts';
import type { PlanTableName } from '../../../src/document/plan-table-names.ts';
import type { PlanDocument } from '../../../src/document/schema.ts';
import { DocumentHtml } from '../../../src/html/document-html.ts';
import { signOff as signOffOf } from '../../../src/html/sign-off.ts';
import type { Plan } from '../../../src/model/plan.ts';

/** @param prose in MDX */
export function filledDocument(plan: Plan, prose = '', filling: Filling = nothingFilled): PlanDocument {
  return fillDocument(entryDocument(plan, `\n${prose}\n`), filling);
}

/** @throws if the plan has no such table */
export function tableOf(plan: Plan, name: PlanTableName, filling?: Filling): Element {
  const [table] = new DocumentHtml(filledDocument(plan, '', filling)).table(name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
}

/** @throws if the plan has none */
export function schedule(plan: Plan, filling?: Filling): Element {
  const [drawn] = new DocumentHtml(filledDocument(plan, '', filling)).schedule();
  if (drawn === undefined) throw new Error('no schedule');
  return drawn;
}

export function signOff(plan: Plan): Element {
  return signOffOf(new DocumentHtml(filledDocument(plan)));
}
