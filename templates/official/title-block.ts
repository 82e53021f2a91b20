import type { Element } from 'hast';
import type { DocumentHtml } from '../../src/html/document-html.ts';
import { h } from '../../src/model/element.ts';
import { titlePhrases } from '../meeting/title-phrases.ts';
import { gridStep } from './grid.ts';
import { officialStrings as words } from './strings.zh.ts';

/** The title, and below it the time that the plan is for: `（自2027年1月1日起一年）`. */
export function titleBlock(html: DocumentHtml): Element {
  const { period, title } = html.document;
  const heading = html.title(titlePhrases(html.inline(title.content)));
  return h('header', { className: ['title-block'] }, [
    { ...heading, properties: { ...heading.properties, dataBlockStep: gridStep } },
    h('p', { className: ['title-note'] }, [words.from, ...html.blank('start'), words.length[period]]),
  ]);
}
