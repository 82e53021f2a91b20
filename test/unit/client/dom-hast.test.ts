import { fromHtml } from 'hast-util-from-html';
import { toHtml as outer } from 'hast-util-to-html';
import { h, s } from 'hastscript';
import { expect, test } from 'vitest';
import { toHtml } from '../../../src/client/fill/dom-hast.ts';

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
  const read = fromHtml(toHtml(element), { fragment: true });
  const expected = fromHtml(outer(element), { fragment: true });
  expect(strip(read)).toEqual(strip(expected));
});

/** Positions aside. */
function strip(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'position' ? undefined : value)));
}
