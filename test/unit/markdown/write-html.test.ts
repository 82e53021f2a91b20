import type { Element, Nodes, Properties } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { readFile, readdir } from 'node:fs/promises';
import fc from 'fast-check';
import { h, s } from 'hastscript';
import { expect, test } from 'vitest';
import { writeHtml } from '../../../src/markdown/write-html.ts';
import { renderEntry } from './render-entry.ts';

/** An element whose properties stay as they are given. */
function element(tagName: string, properties: Properties): Element {
  return { type: 'element', tagName, properties, children: [] };
}

function sameLetters(tree: Nodes): void {
  expect(writeHtml(tree)).toBe(toHtml(tree));
}

test.each<[string, Nodes]>([
  [
    'lists, numbers, booleans',
    h('td', { className: ['a', 'b'], colSpan: 2, hidden: true, ariaLabel: '', tabIndex: 0 }),
  ],
  ['what is not there', h('p', { title: null, hidden: false, id: undefined, start: Number.NaN }, '甲')],
  [
    'a link to be saved, and what is hidden',
    h('p', [
      ...[true, '', '表.pdf'].map((download) => element('a', { href: '#', download })),
      ...['', 'hidden', 'until-found'].map((hidden) => element('p', { hidden })),
    ]),
  ],
  [
    'void elements',
    h('p', ['甲', h('br'), h('img', { src: 'a.png', alt: '' }), h('input', { type: 'checkbox', checked: true })]),
  ],
  [
    'a chart',
    s('svg', { viewBox: '0 0 10 10', strokeWidth: 2 }, [s('title', [h('br'), '图']), s('path', { d: 'M0 0' }), s('g')]),
  ],
  [
    'scripts and comments',
    {
      type: 'root',
      children: [h('script', '"a" < b && c'), { type: 'comment', value: '注 --> 甲' }, { type: 'doctype' }],
    },
  ],
])('%s', (_, tree) => {
  sameLetters(tree);
});

test('every plan of the shelf', async () => {
  const folder = new URL('../../../content/plans/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.mdx'));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names)
    sameLetters(fromHtml(await renderEntry(await readFile(new URL(name, folder), 'utf8')), { fragment: true }));
});

test('any text and any value of an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (words, list) => {
      sameLetters(
        h('section', [
          h('p', { title: words, className: list, dataField: words }, words),
          s('svg', [s('title', words)]),
        ]),
      );
    }),
    { numRuns: 500 },
  );
});
