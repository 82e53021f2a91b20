import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PrintTemplate } from '../../../src/model/template/print-template.ts';
import { prove } from '../../../src/proof/prove.ts';
import type { ProofResult } from '../../../src/proof/result.ts';
import type { Printer, PrintOptions } from './print.ts';
import { documentOf, openPrinter, template } from './print.ts';

const rows = Array.from(
  { length: 60 },
  (_, index) => `<tr><td>${index + 1}</td><td>服务事项第${index + 1}条</td><td>用一行字写明</td><td>每周</td></tr>`,
);
const body = readFileSync(new URL('../../fixtures/proof/plan.html', import.meta.url), 'utf8')
  .replace('<!-- rows -->', rows.join('\n'))
  .replace('<!-- tall -->', '这一格比一页还高，所以断开。'.repeat(90));
const source = documentOf(body);

let printer: Printer;
let whole: Uint8Array;

beforeAll(async () => {
  printer = await openPrinter(`${source}第页共0123456789.、三四-‐‑`);
  whole = await printer.print(source);
});

afterAll(() => printer.close());

function checksOf(result: ProofResult): readonly string[] {
  return [...new Set(result.failures.map((failure) => failure.check))];
}

/** The source with one text put in another's place; fails when there is nothing to replace. */
function changed(from: string, to: string): string {
  expect(source).toContain(from);
  return source.replace(from, to);
}

async function proveChanged(from: string, to: string, options?: PrintOptions): Promise<ProofResult> {
  return prove(await printer.print(changed(from, to), options), source, template);
}

test('a whole PDF is proven', async () => {
  const result = await prove(whole, source, template);
  expect(result.failures).toEqual([]);
  expect(result).toMatchObject({ ok: true, pages: 5, rowsCompared: 65 });
  expect(result.charactersCompared).toBeGreaterThan(2000);
  expect(result.fonts.map((font) => font.slice(font.indexOf('+') + 1))).toEqual([
    'NotoSerifSC-Regular',
    'NotoSerifSC-Bold',
  ]);
});

test('the bytes are left as they are', async () => {
  const before = Buffer.from(whole);
  await prove(whole, source, template);
  expect(Buffer.from(whole).equals(before)).toBe(true);
});

describe('text', () => {
  test.each([
    ['a changed character', '服务事项第31条', '服务事务第31条'],
    ['a missing character', '引文一句。', '引文一。'],
    ['an added character', '引文一句。', '引文一句句。'],
    ['a changed list item', '嵌套甲', '嵌套乙'],
    ['a lost single-character paragraph', '<p>单</p>', ''],
    ['text in a chart', '>第2周末<', '>第3周末<'],
    ['a full-width letter', 'ＡＢＣ', 'ABC'],
    ['a soft hyphen made a real one', 'co&shy;op', 'co-op'],
    ['a list number', '<ol class="cjk" start="3">', '<ol class="cjk" start="4">'],
    ['a note', '脚注内容', ''],
  ])('%s is found', async (_, from, to) => {
    expect(checksOf(await proveChanged(from, to))).toContain('text');
  });

  test('the failure shows both sides of the first difference and its page', async () => {
    const result = await proveChanged('引文一句。', '引文二句。');
    expect(checksOf(result)).toEqual(['text']);
    expect(result.failures[0]?.message).toMatch(/^第 5 页：PDF 的文字与文档不一致（全文第 \d+ 字处）。$/);
    expect(result.failures[0]?.excerpt).toMatch(/^文档：.*引文【一】句。.*\nPDF：.*引文【二】句。.*$/);
  });

  test('two swapped paragraphs are found', async () => {
    const result = await proveChanged('<p>单</p>', '');
    const swapped = await prove(
      await printer.print(changed('<p>单</p>', '').replace('<h2 id="progress">', '<p>单</p><h2 id="progress">')),
      source,
      template,
    );
    expect(checksOf(result)).toEqual(['text']);
    expect(checksOf(swapped)).toEqual(['text']);
  });

  test('generated text that the document does not have is found', async () => {
    const result = await proveChanged('<p>单</p>', '<p>单</p>', { css: `blockquote::before { content: '引文' }` });
    expect(checksOf(result)).toEqual(['text']);
  });

  test('text of the screen alone must not be printed', async () => {
    const result = await proveChanged('<p>单</p>', '<p>单</p>', { css: '[data-screen-only] { display: block }' });
    expect(checksOf(result)).toEqual(['text']);
  });

  test('a dropped page is found', async () => {
    const damage = (): void => document.querySelectorAll('.pagedjs_page')[2]?.remove();
    const result = await prove(await printer.print(source, { damage }), source, template);
    expect(checksOf(result)).toEqual(expect.arrayContaining(['text', 'tables']));
  });

  test('running heads are compared with the template', async () => {
    const other: PrintTemplate = { ...template, runningText: ({ number }) => [`第 ${number} 页`] };
    const result = await prove(whole, source, other);
    expect(result.failures[0]).toMatchObject({ check: 'running-text' });
    expect(result.failures[0]?.message).toBe('第 1 页的页眉页脚与版式「校验稿」不一致。');
  });
});

describe('tables', () => {
  test('a row taken out is named', async () => {
    const result = await proveChanged(rows[30] ?? '', '');
    expect(checksOf(result)).toEqual(['text', 'tables']);
    expect(result.failures.filter(({ check }) => check === 'tables')).toEqual([
      {
        check: 'tables',
        message: 'PDF 里没有第 1 张表格的第 31 行，应在第 2 页前后。',
        excerpt: '文档：31｜服务事项第31条｜用一行字写明｜每周',
      },
    ]);
  });

  test('an added row is named', async () => {
    const result = await proveChanged(rows[30] ?? '', `${rows[30] ?? ''}<tr><td>二项</td></tr>`);
    expect(result.failures.filter(({ check }) => check === 'tables')).toMatchObject([
      { message: '第 2 页：第 1 张表格多出一行。', excerpt: 'PDF：二项' },
    ]);
  });

  test('a changed head is found', async () => {
    expect(checksOf(await proveChanged('>责任人<', '>负责人<'))).toContain('tables');
  });

  test('a head that is not repeated is found on every page', async () => {
    const damage = (): void => {
      for (const head of document.querySelectorAll('[data-repeated-head]')) head.remove();
    };
    const result = await prove(await printer.print(source, { damage }), source, template);
    expect(checksOf(result)).toEqual(['tables']);
    expect(result.failures.map(({ message }) => message)).toEqual(
      expect.arrayContaining(['第 2 页接着第 1 张表格，页首却没有重复它的表头。']),
    );
  });
});

describe('fonts', () => {
  test('a Type 3 font is found: bold made from a face that has no bold', async () => {
    const result = await proveChanged('<p>单</p>', '<p>单</p>', { css: 'blockquote { font: bold 12pt Plain }' });
    expect(checksOf(result)).toEqual(['fonts']);
    expect(result.failures[0]?.message).toMatch(/是 Type 3：.*用它印的字：「.」（U\+[0-9A-F]{4}）、/);
  });

  test('a character without a glyph is found', async () => {
    const strange = changed('引文一句。', '引文一句\u{10fffd}。');
    const result = await prove(await printer.print(strange), strange, template);
    expect(checksOf(result)).toContain('fonts');
    expect(result.failures).toEqual([
      {
        check: 'fonts',
        message: '第 5 页：字体里没有这些字：「\u{10fffd}」（U+10FFFD）。请换字，或给版式加上有这些字的字体。',
      },
    ]);
  });

  test('a glyph that stands for a radical is found, even where the text is right', async () => {
    const pdf = await printer.print(source, { css: 'td { font-family: Radicals, Proof }' });
    const result = await prove(pdf, source, template);
    expect(checksOf(result)).toEqual(['fonts']);
    expect(result.failures[0]?.message).toBe(
      '第 1 页：ToUnicode 表把汉字写成了部首：「⽤」（U+2F64），复制和搜索会得到错字。请把字体裁剪到所用的字。',
    );
  });

  test('a radical that the document has is none', async () => {
    const radical = changed('用一行字写明', '⽤一行字写明');
    const pdf = await printer.print(radical, { css: 'td { font-family: Radicals, Proof }' });
    expect((await prove(pdf, radical, template)).failures).toEqual([]);
  });
});

describe('file', () => {
  test('page size', async () => {
    const result = await proveChanged('<p>单</p>', '<p>单</p>', { css: '@page { size: 200mm 297mm }' });
    expect(checksOf(result)).toEqual(['pages']);
    expect(result.failures[0]?.message).toMatch(
      /^第 1 页的纸张是 (?:199|200)\.\d × 29[67]\.\d mm，应为 210 × 297 mm。$/,
    );
  });

  test.each([
    [{ min: 1, max: 4 }, 'PDF 有 5 页，版式「校验稿」只许 1 至 4 页。'],
    [{ min: 6, max: 9 }, 'PDF 有 5 页，版式「校验稿」只许 6 至 9 页。'],
  ])('page count within %o', async (pages, message) => {
    expect((await prove(whole, source, { ...template, pages })).failures).toEqual([{ check: 'pages', message }]);
  });

  test('title', async () => {
    const result = await proveChanged('<title>物业季度工作计划<', '<title>别的计划<');
    expect(result.failures).toEqual([
      { check: 'title', message: 'PDF 的标题是「别的计划」，应为「物业季度工作计划」。' },
    ]);
  });

  test('language', async () => {
    const result = await proveChanged('lang="zh-CN"', 'lang="en"');
    expect(result.failures).toEqual([{ check: 'language', message: 'PDF 的语言是「en」，应为「zh-CN」。' }]);
  });

  test('tags', async () => {
    const result = await prove(await printer.print(source, { tagged: false, outline: false }), source, template);
    expect(checksOf(result)).toContain('tags');
  });

  test('outline', async () => {
    const without = await prove(await printer.print(source, { outline: false }), source, template);
    expect(without.failures).toEqual([
      { check: 'outline', message: '大纲里没有标题「物业季度工作计划」，应是第 1 项。' },
    ]);
    const one = await proveChanged('<h3 id="lists">（一）清单</h3>', '<p id="lists">（一）清单</p>');
    expect(one.failures).toEqual([{ check: 'outline', message: '大纲第 3 项是「二、进度」，应为「（一）清单」。' }]);
    const deeper = await proveChanged('<h3 id="lists">（一）清单</h3>', '<h2 id="lists">（一）清单</h2>');
    expect(deeper.failures).toEqual([
      { check: 'outline', message: '大纲第 3 项「（一）清单」是第 2 级，应为第 3 级。' },
    ]);
  });
});

describe('links', () => {
  test('a link that is only text', async () => {
    const result = await proveChanged('<a href="#progress">第二节进度</a>', '<span>第二节进度</span>');
    expect(result.failures).toEqual([
      { check: 'links', message: '链接「第二节进度」（#progress）在 PDF 里不是内部链接。' },
    ]);
  });

  test('a link that leads elsewhere', async () => {
    const result = await proveChanged('href="#progress"', 'href="#tasks"');
    expect(result.failures).toEqual([
      { check: 'links', message: '第 1 页：链接「第二节进度」跳到第 1 页，#progress 在第 5 页。' },
    ]);
  });

  test('a link to nowhere', async () => {
    const nowhere = changed('href="#progress"', 'href="#nowhere"');
    const result = await prove(await printer.print(nowhere), nowhere, template);
    expect(result.failures).toEqual([
      { check: 'links', message: '链接「第二节进度」指向 #nowhere，文档里没有这个位置。' },
    ]);
    expect(checksOf(await prove(await printer.print(nowhere), source, template))).toEqual(['links']);
  });
});

describe('a damaged file is one failure and no exception', () => {
  test.each([
    ['empty', () => new Uint8Array()],
    ['not a PDF', () => new TextEncoder().encode('<!doctype html>')],
    ['cut in the middle', () => whole.slice(0, whole.length / 2)],
    ['without its last line', () => whole.slice(0, -6)],
    ['without its first bytes', () => whole.slice(100)],
    ['a header and an end', () => new TextEncoder().encode('%PDF-1.4\n%%EOF\n')],
  ])('%s', async (_, bytes) => {
    const result = await prove(bytes(), source, template);
    expect(checksOf(result)).toEqual(['readable']);
    expect(result.failures[0]?.message).toMatch(/^PDF 读不出来（\d+ 字节）：/);
  });

  test.each([0.02, 0.2, 0.5, 0.8])('a kilobyte overwritten at %d of the file', async (place) => {
    const bytes = whole.slice();
    const start = Math.floor(bytes.length * place);
    bytes.fill(0x20, start, start + 1024);
    expect((await prove(bytes, source, template)).ok).toBe(false);
  });
});
