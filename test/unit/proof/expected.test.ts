import { describe, expect, test } from 'vitest';
import { readExpected } from '../../../src/proof/expected.ts';
import { numberToken } from '../../../src/proof/list-marker.ts';
import { documentOf } from './print.ts';

describe('text', () => {
  test.each([
    ['white space aside', '<p> 一 \n 二 a b </p>', '一二ab'],
    ['zero-width characters aside', '<p>a\u200bb\ufeff\u2060</p>', 'ab'],
    ['soft hyphens kept', '<p>co&shy;op</p>', 'co\u00adop'],
    ['one composition', '<p>e\u0301</p>', 'é'],
    ['full-width forms as they are', '<p>ＡＢＣ①㎡</p>', 'ＡＢＣ①㎡'],
    ['radicals as they are', '<p>\u2f64用</p>', '\u2f64用'],
    [
      'numbers of a list',
      '<ol start="3"><li>甲</li><li value="7">乙</li></ol>',
      `${numberToken('3')}甲${numberToken('7')}乙`,
    ],
    [
      'numbers of a reversed list',
      '<ol reversed><li>甲</li><li>乙</li></ol>',
      `${numberToken('2')}甲${numberToken('1')}乙`,
    ],
    ['no bullets', '<ul><li>甲</li></ul>', '甲'],
    ['no numbers in a list without markers', '<ol role="list"><li>甲</li></ol>', '甲'],
    ['no number for a task', '<ol><li class="task-list-item"><input type="checkbox">甲</li></ol>', '甲'],
    ['text of a chart, without its name', '<svg><title>名</title><desc>述</desc><text>字</text></svg>', '字'],
    [
      'nothing for the screen',
      '<p data-screen-only>一</p><p hidden>二</p><script>3</script><template>四</template>',
      '',
    ],
    ['blanks with their label', '<span class="blank" data-field="单位">单位</span>', '单位'],
    ['a value of a field', '<input value="值"><input type="hidden" value="藏">', '值'],
    ['a fold, which paper shows open', '<details><summary>题</summary>内</details>', '题内'],
    ['escaped signs', '<p>&lt;b&gt; &amp; {x} “引”</p>', '<b>&{x}“引”'],
  ])('%s', (_, body, text) => {
    expect(readExpected(documentOf(body)).text).toBe(text);
  });
});

test('title and language', () => {
  expect(readExpected(documentOf('', '题目 一', 'en'))).toMatchObject({ title: '题目 一', language: 'en' });
});

test('headings have the depth of a PDF outline', () => {
  const { headings } = readExpected(documentOf('<h1>一</h1><h3>二</h3><h4>三</h4><h2>四</h2><h3>五</h3><h1>六</h1>'));
  expect(headings.map(({ text, depth }) => [text, depth])).toEqual([
    ['一', 1],
    ['二', 2],
    ['三', 3],
    ['四', 2],
    ['五', 3],
    ['六', 1],
  ]);
});

test('tables: head, rows, cells with text', () => {
  const { tables } = readExpected(
    documentOf(`<table><caption>题</caption><thead><tr><th>甲</th><th>乙</th></tr></thead>
      <tbody><tr><th>丙</th><td></td></tr><tr><td></td></tr></tbody><tfoot><tr><td>合计</td></tr></tfoot></table>`),
  );
  expect(tables).toEqual([{ caption: '题', head: [['甲', '乙']], rows: [['丙'], ['合计']] }]);
});

test('links and their targets', () => {
  const { links, targets } = readExpected(
    documentOf('<p>前<a href="#%E4%B8%80">去</a><a href="https://example.org">外</a></p><h2 id="一">一题</h2>'),
  );
  expect(links).toEqual([
    { text: '去', target: '一' },
    { text: '外', target: undefined },
  ]);
  expect(targets.get('一')).toEqual({ start: 3, end: 5 });
});

describe('notes', () => {
  const mark = (id: string): string => `<a href="#fn-${encodeURIComponent(id)}" data-footnote-ref>记</a>`;
  const note = (id: string, text: string): string =>
    `<li id="fn-${id}">${text}<a href="#r" data-footnote-backref>↑</a></li>`;
  const section = (...notes: readonly string[]): string =>
    `<section data-footnotes><h2>注释</h2><ol>${notes.join('')}</ol></section><p>签</p>`;
  const textOf = (body: string): string => readExpected(documentOf(body)).text;

  test('stand behind the text in the order of their references, numbered as they were', () => {
    const body = `<p>${mark('乙')}${mark('甲')}${mark('乙')}</p>${section(note('甲', '一'), note('乙', '二'))}`;
    expect(textOf(body)).toBe(`记记记签${numberToken('2')}二${numberToken('1')}一`);
    expect(readExpected(documentOf(body))).toMatchObject({ notesFrom: 4, headings: [] });
  });

  test('that a note refers to stand behind that note', () => {
    const notes = section(note('a', `一${mark('c')}`), note('b', '二'), note('c', '三'));
    expect(textOf(`<p>${mark('a')}${mark('b')}</p>${notes}`)).toBe(
      `记记签${numberToken('1')}一记${numberToken('3')}三${numberToken('2')}二`,
    );
  });

  test('that no shown text refers to stay where they are', () => {
    const body = `<p>文</p><p hidden>${mark('a')}</p>${section(note('a', '一'))}`;
    expect(textOf(body)).toBe(`文注释${numberToken('1')}一↑签`);
    expect(readExpected(documentOf(body)).notesFrom).toBe(textOf(body).length);
  });
});
