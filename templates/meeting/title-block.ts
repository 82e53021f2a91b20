import type { Element } from 'hast';
import { contentElements } from '../../src/document/content-elements.ts';
import { factsOf } from '../../src/document/facts.ts';
import { inlineContent } from '../../src/markdown/blank-element.ts';
import { h } from '../../src/model/element.ts';
import type { Plan } from '../../src/model/plan.ts';
import { titlePhrases } from './title-phrases.ts';

/**
 * Title of the paper and, below it, whose plan it is, for when, by whom. What the title says already is not said
 * again. `data-title` feeds the running head.
 */
export function titleBlock(plan: Plan): Element {
  const { fields } = plan;
  const facts = factsOf(plan).map(({ name, term, content }) =>
    h('div', { className: [`fact-${name}`] }, [
      h('dt', contentElements(term, fields)),
      h('dd', contentElements(content, fields)),
    ]),
  );
  return h('header', { className: ['title-block'], dataTitle: plan.title }, [
    h('h1', { id: 'title' }, titlePhrases(inlineContent(plan.heading, fields))),
    h('dl', { className: ['facts'] }, facts),
  ]);
}
