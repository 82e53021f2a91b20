import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { readFile, readdir } from 'node:fs/promises';
import fc from 'fast-check';
import { h, s } from 'hastscript';
import { expect, test } from 'vitest';
import { readHtml } from '../../../src/markdown/read-html.ts';
import { renderEntry } from './render-entry.ts';

/** A tree without places in the source. */
function bare(node: Nodes): unknown {
  const rest: Record<string, unknown> = { ...node };
  delete rest['position'];
  delete rest['data'];
  return 'children' in node ? { ...rest, children: node.children.map(bare) } : rest;
}

function sameTree(html: string): void {
  expect(bare(readHtml(html))).toEqual(bare(fromHtml(html, { fragment: true })));
}

test.each([
  [
    'attributes of every kind',
    '<td class="a b" colspan="2" data-field="年度" hidden aria-label="x" tabindex="0">甲</td>',
  ],
  ['references', '<p title="&quot;&amp;&#x3C;">甲&amp;乙 &lt;b> &#x4E2D;</p>'],
  ['void elements', '<p>甲<br>乙<img src="a.png" alt=""></p><hr><input type="checkbox" checked disabled>'],
  [
    'a chart',
    '<svg viewBox="0 0 10 10" role="img"><title>图</title><g stroke-width="2"><path d="M0 0"></path></g></svg><p>后</p>',
  ],
  ['comments', '<p>甲<!-- 注 -->乙</p>'],
  ['scripts as text', '<script type="application/json">{"a": "<b>&amp;</b>"}</script>'],
])('%s', (_, html) => {
  sameTree(html.replace(/^<td/, '<table><tbody><tr><td').replace(/<\/td>$/, '</td></tr></tbody></table>'));
});

test('every plan of the shelf', async () => {
  const folder = new URL('../../../content/plans/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.mdx'));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) sameTree(await renderEntry(await readFile(new URL(name, folder), 'utf8')));
});

test('any text and any value of an attribute', () => {
  // A carriage return and U+0000 are no characters of HTML: a parser changes both.
  const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((value) => !/[\r\0]/.test(value));
  fc.assert(
    fc.property(text, text, (words, value) => {
      sameTree(
        toHtml(h('section', [h('p', { title: value, dataField: value }, words), s('svg', [s('title', words)])])),
      );
    }),
    { numRuns: 500 },
  );
});
