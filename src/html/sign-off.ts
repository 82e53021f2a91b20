import type { Element } from 'hast';
import { h } from '../model/element.ts';
import { documentStrings } from '../document/strings.zh.ts';
import type { DocumentHtml } from './document-html.ts';

/** Who drew the plan up and when, and lines for those who check and approve it to sign by hand. */
export function signOff(html: DocumentHtml): Element {
  const lines = html.document.signOff.map(({ term, content }) =>
    h('div', [h('dt', html.inline(term)), h('dd', html.inline(content))]),
  );
  return h('section', { className: ['sign-off'], ariaLabel: documentStrings.signOff.title }, [
    h('dl', { className: ['drafted'] }, lines.slice(0, -2)),
    h('dl', { className: ['approval'] }, lines.slice(-2)),
  ]);
}
