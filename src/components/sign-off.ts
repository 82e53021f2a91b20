import type { Element, ElementContent } from 'hast';
import { blankElement } from '../markdown/blank-element.ts';
import { h } from '../model/element.ts';
import type { Plan } from '../model/plan.ts';
import { strings } from './strings.zh.ts';

/** Who drew the plan up and when, and lines for those who check and approve it to sign by hand. */
export function signOff(plan: Plan): Element {
  const words = strings.signOff;
  const drafted: readonly (readonly [string, string])[] = [
    [words.organization, 'organization'],
    [words.author, 'author'],
    [words.written, 'written'],
  ];
  return h('section', { className: ['sign-off'], ariaLabel: words.title }, [
    h(
      'dl',
      { className: ['drafted'] },
      drafted.map(([term, field]) => line(term, [baseBlank(plan, field)])),
    ),
    h('dl', { className: ['approval'] }, [signatureLine(words.reviewed), signatureLine(words.approved)]),
  ]);
}

/** The blank of a base field, under the label that the plan gives it. */
export function baseBlank(plan: Plan, name: string): Element {
  return blankElement(baseLabel(plan, name), plan.fields);
}

/** The label that the plan gives a base field. */
export function baseLabel(plan: Plan, name: string): string {
  return plan.fields.find((field) => field.name === name)?.label ?? name;
}

function line(term: string, content: ElementContent[]): Element {
  return h('div', [h('dt', term), h('dd', content)]);
}

function signatureLine(term: string): Element {
  return line(term, [
    h('span', { className: ['signature'] }),
    h(
      'span',
      { className: ['signed-on'] },
      strings.signOff.dateParts.map((part) => h('span', part)),
    ),
  ]);
}
