import type { Element } from 'hast';
import { toHtml as outer } from 'hast-util-to-html';
import { h, s } from 'hastscript';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { toHtml } from '../../../src/client/hast-html.ts';
import { documentPlaces } from '../../../src/document/edits/document-places.ts';
import { layout as meeting } from '../../../templates/meeting/layout.ts';
import { layout as official } from '../../../templates/official/layout.ts';
import { layout as onePage } from '../../../templates/one-page/layout.ts';
import { nastyProse } from '../document/nasty-prose.ts';
import { sampleWith } from '../document/sample-entry.ts';

test.each([
  ['text', h('p', '<b> & "quotes" \u00a0')],
  ['classes and marks', h('span', { className: ['blank', 'x'], dataField: '满意度目标', dataUnit: 'none' }, 'a')],
  ['a table', h('table', [h('tr', [h('th', { scope: 'col', colSpan: 2 }, '列'), h('td', { rowSpan: 3 })])])],
  ['void elements', h('p', ['a', h('br'), h('img', { src: '/a.png', alt: '"' })])],
  ['a check box', h('input', { type: 'checkbox', checked: true, disabled: true })],
  ['names of ARIA', h('svg', { role: 'img', ariaLabelledBy: 'a b' })],
  ['a drawing', s('svg', { viewBox: '0 0 1 1' }, s('text', { x: 1, textAnchor: 'end', dataOffset: '+2w' }, 'x'))],
  ['lines kept', h('pre', ' a\n b\n')],
  ['values that are not there', h('p', { title: null, id: undefined, hidden: false }, '')],
])('%s is read back as it was', (_, element) => {
  expectSame(element);
});

test.each(Object.entries({ meeting, official, 'one-page': onePage }))('a whole paper is, in %s', (_, layout) => {
  const document = sampleWith(Object.values(nastyProse).join('\n\n'));
  const article = layout(document, { marks: new Set(documentPlaces(document).map(({ key }) => key)) });
  expectSame(article);
});

function expectSame(element: Element): void {
  expect(read(toHtml(element))).toEqual(read(outer(element)));
}

/** Tags with their attributes, and text, as a parser meets them; names as they are written but for their case. */
function read(html: string): unknown[] {
  const met: unknown[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => met.push([name, Object.entries(attributes).sort()]),
    ontext: (text) => {
      const last = met.at(-1);
      if (typeof last === 'string') met[met.length - 1] = last + text;
      else met.push(text);
    },
    onclosetag: (name) => met.push([name]),
  });
  parser.end(html);
  return met;
}
