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
  const chart = '<p data-pagefind-body>前<svg><g><title>图</title></g><text>字</text></svg>后</p>';
  expect(searchablePage(chart).replaceAll('\u200B', '')).toBe('<p data-pagefind-body>前后</p>');
});

test('the number of a footnote does not part the words around it', () => {
  const note = '<p data-pagefind-body>当日毕<sup><a href="#n" data-footnote-ref>1</a></sup>。</p>';
  expect(searchablePage(note)).toContain('\u200B毕<sup></sup>\u200B。');
});

test('a page offers itself, or is left alone', () => {
  expect(isSearchable(html)).toBe(true);
  expect(isSearchable('<article>满意度</article>')).toBe(false);
});

test('what stands for one character is one word, and what is marked reads the same but for the borders', () => {
  const marked =
    '<div data-pagefind-body><p title="a > b">甲&amp;乙 &#x3C;script>&lt;1 & 2</p><br><img src="a.png"><br></div>';
  const page = searchablePage(marked);
  expect(page).toContain('>\u200B甲\u200B&amp;\u200B乙 \u200B&#x3C;\u200Bs');
  expect(page.replaceAll('\u200B', '')).toBe(marked);
});

test('what is marked is read, however often, and nothing of what stands before, between and after', () => {
  const page = searchablePage(
    '<!doctype html><html lang="zh-CN"><head><title>页题</title></head><body><nav>前</nav><p>前<br></p>' +
      '<h1 data-pagefind-body>题</h1><nav>间<svg></svg></nav>' +
      '<article data-pagefind-body><p>文<br></p><script>1</script></article><nav>后</nav></body></html>',
  );
  expect(page.replaceAll('\u200B', '')).toBe(
    '<html lang="zh-CN"><h1 data-pagefind-body>题</h1><article data-pagefind-body><p>文<br></p></article>',
  );
});
