import type { Element, ElementContent } from 'hast';
import { baseBlank, baseLabel } from '../../src/components/sign-off.ts';
import { strings } from '../../src/components/strings.zh.ts';
import { inlineContent } from '../../src/markdown/blank-element.ts';
import { labelsIn } from '../../src/model/blank.ts';
import { h } from '../../src/model/element.ts';
import type { Plan } from '../../src/model/plan.ts';
import { titlePhrases } from './title-phrases.ts';

/**
 * Title of the paper and, below it, whose plan it is, for when, by whom. What the title says already is not said
 * again. `data-title` feeds the running head.
 */
export function titleBlock(plan: Plan): Element {
  const said = new Set(labelsIn(plan.heading));
  const facts = factsOf(plan).filter(([field]) => !said.has(baseLabel(plan, field)));
  return h('header', { className: ['title-block'], dataTitle: plan.title }, [
    h('h1', { id: 'title' }, titlePhrases(inlineContent(plan.heading, plan.fields))),
    h(
      'dl',
      { className: ['facts'] },
      facts.map(([, fact]) => fact),
    ),
  ]);
}

/** Each fact with the base field that it is about. */
function factsOf(plan: Plan): (readonly [field: string, fact: Element])[] {
  const words = strings.titleBlock;
  const blank = (field: string): Element => baseBlank(plan, field);
  return [
    ['organization', fact('organization', words.organization, [blank('organization')])],
    ['year', fact('year', words.year, [blank('year'), text(words.yearUnit)])],
    ['start', fact('period', words.period, [text(words.from), blank('start'), text(words.length[plan.period])])],
    ['author', fact('author', words.author, [blank('author')])],
    ['written', fact('written', words.written, [blank('written')])],
  ];
}

function fact(name: string, term: string, content: ElementContent[]): Element {
  return h('div', { className: [`fact-${name}`] }, [h('dt', term), h('dd', content)]);
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
