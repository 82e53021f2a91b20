import type { Element, ElementContent } from 'hast';
import type { DocumentHtml } from '../../src/html/document-html.ts';
import { h } from '../../src/model/element.ts';
import type { Annex } from './annexed.ts';
import { officialStrings as words } from './strings.zh.ts';

/**
 * What ends the text: 附件说明 with a blank line above it, below it 署名 and 成文日期, and who drew the plan up as 附注
 * (GB/T 9704-2012, 7.3.4 to 7.3.6).
 */
export function closing(html: DocumentHtml, annexes: readonly Annex[]): Element {
  return h('section', { className: ['sign-off'] }, [
    ...(annexes.length === 0 ? [] : [annexList(annexes)]),
    h('dl', { className: ['drafted'] }, [
      line('issued-by', words.organization, html.blank('organization')),
      line('issued-on', words.written, html.blank('written')),
    ]),
    h('p', { className: ['author'] }, [words.author[0], ...html.blank('author'), words.author[1]]),
  ]);
}

/** A sole name has no marker. */
function annexList(annexes: readonly Annex[]): Element {
  return h('div', { className: ['annex-list'] }, [
    h('span', words.annexes),
    h(
      'ol',
      annexes.length === 1 ? { role: 'list' } : {},
      annexes.map(({ id, title }) => h('li', h('a', { href: `#${id}` }, title))),
    ),
  ]);
}

/** The standard writes no word before name and date: the terms are for other formats. */
function line(name: string, term: string, blank: readonly ElementContent[]): Element {
  return h('div', { className: [name] }, [h('dt', { dataScreenOnly: '' }, term), h('dd', blank)]);
}
