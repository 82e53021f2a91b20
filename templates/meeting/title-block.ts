import type { Element } from 'hast';
import { runningTitle } from '../../src/document/running-title.ts';
import type { DocumentHtml } from '../../src/html/document-html.ts';
import { h } from '../../src/model/element.ts';
import { titlePhrases } from './title-phrases.ts';

/**
 * Title of the paper and, below it, whose plan it is, for when, by whom. What the title says already is not said
 * again. `data-title` feeds the running head.
 */
export function titleBlock(html: DocumentHtml): Element {
  const { document } = html;
  const facts = document.facts.map(({ name, term, content }) =>
    h('div', { className: [`fact-${name}`] }, [h('dt', html.inline(term)), h('dd', html.inline(content))]),
  );
  return h('header', { className: ['title-block'], dataTitle: runningTitle(document) }, [
    html.title(titlePhrases(html.inline(document.title.content))),
    h('dl', { className: ['facts'] }, facts),
  ]);
}
