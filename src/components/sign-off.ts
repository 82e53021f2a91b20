import type { Element } from 'hast';
import { contentElements } from '../document/content-elements.ts';
import { baseLabel, signOffOf } from '../document/facts.ts';
import { blankElement } from '../markdown/blank-element.ts';
import { h } from '../model/element.ts';
import type { Plan } from '../model/plan.ts';
import { strings } from './strings.zh.ts';

/** Who drew the plan up and when, and lines for those who check and approve it to sign by hand. */
export function signOff(plan: Plan): Element {
  const lines = signOffOf(plan).map(({ term, content }) =>
    h('div', [h('dt', contentElements(term, plan.fields)), h('dd', contentElements(content, plan.fields))]),
  );
  return h('section', { className: ['sign-off'], ariaLabel: strings.signOff.title }, [
    h('dl', { className: ['drafted'] }, lines.slice(0, -2)),
    h('dl', { className: ['approval'] }, lines.slice(-2)),
  ]);
}

/** The blank of a base field, under the label that the plan gives it. */
export function baseBlank(plan: Plan, name: string): Element {
  return blankElement(baseLabel(plan, name), plan.fields);
}
