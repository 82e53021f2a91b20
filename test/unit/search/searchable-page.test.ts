import { expect, test } from 'vitest';
import { isSearchable, searchablePage } from '../../../src/search/searchable-page.ts';

const html =
  '<html lang="zh-CN"><body><article data-pagefind-body data-pagefind-filter="industry:物业">' +
  '<h2 id="目标">目标</h2><p>满意<a href="#a">度</a></p><svg><title>图</title></svg></article></body></html>';

test('characters become words; attributes, and so filters and anchors, stay', () => {
  const page = searchablePage(html);
  expect(page).toContain('>\u200B满\u200B意<a href="#a">\u200B度</a>');
  expect(page).toContain('data-pagefind-filter="industry:物业"');
  expect(page).toContain('id="目标"');
});

test('charts are left out', () => {
  expect(searchablePage(html)).not.toContain('图');
});

test('the number of a footnote does not part the words around it', () => {
  const note = '<p>当日毕<sup><a href="#n" data-footnote-ref>1</a></sup>。</p>';
  expect(searchablePage(note)).toContain('\u200B毕<sup></sup>\u200B。');
});

test('a page offers itself, or is left alone', () => {
  expect(isSearchable(html)).toBe(true);
  expect(isSearchable('<article>满意度</article>')).toBe(false);
});

test('what stands for one character is one word, and a page reads the same but for the borders', () => {
  const page = searchablePage('<p title="a > b">甲&amp;乙 &#x3C;script>&lt;1 & 2</p><br><img src="a.png">');
  expect(page).toContain('>\u200B甲\u200B&amp;\u200B乙 \u200B&#x3C;\u200Bs');
  expect(page.replaceAll('\u200B', '')).toBe(
    '<p title="a > b">甲&amp;乙 &#x3C;script>&lt;1 & 2</p><br><img src="a.png">',
  );
});
