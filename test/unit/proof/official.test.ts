import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proveFile } from '../../../src/proof/prove-file.ts';
import { readPdf } from '../../../src/proof/pdf/read-pdf.ts';
import { templateSheet } from '../../fixtures/print/template-sheet.ts';
import { source } from './official-paper.ts';
import { openPrinter, type Printer } from './print.ts';

/** What the fixtures' own style sheet says otherwise is taken back before the template's own. */
const before = `@page { @top-center { content: none } @bottom-center { content: none } }
body { font: inherit; text-spacing-trim: inherit; text-autospace: inherit; line-break: inherit } h1 { string-set: none } `;

/** The left page's number with something else about it. Paged.js lets the later of two margin boxes stand alone. */
function pageNumber(change: string): string {
  const own = `content: "— " counter(page) " —"; padding: 8pt 0 0 14pt; font: 400 14pt/20pt Proof; vertical-align: top`;
  return `@page :left { @bottom-left { ${own}; ${change} } }`;
}

const text = '业主找到谁谁先登记不让业主自己再去找工程或秩序主管下班前看一遍台账第二天到期';
const whole = {
  'a word': 'abcdefghijk',
  'a word in brackets': '（abcdefgh）',
  'a word in quotation marks': '“abcdefgh”',
  'an address': '<a href="https://a.example/abc">https://a.example/abc</a>',
  'a key': '<kbd>Ctrl+Shift+S</kbd>',
  'a key in quotation marks': '“<kbd>Ctrl</kbd>”',
  code: '<code>业主台账</code>',
  'the mark of a note': '<sup>1</sup>',
  'a dash': '——',
  'two dashes': '——业主——',
};

const numbered = {
  quarters: '<p>三、四季度是报修高峰，要增加值班人手。</p>',
  'a list from two': '<ol start="2"><li>是去年的第二项遗留问题，今年继续办理。</li></ol>',
  'a date': '<p>3.15消费者权益日前后来电集中。</p><p>（一）期工程的业主另行通知。</p>',
  'a list in a list':
    '<ol><li>受理：<ol><li>登记来电</li><li>派给岗位</li></ol></li><li>转办：<ol><li>当天派出</li></ol></li></ol>',
  'two paragraphs in an item':
    '<ol><li><p>受理来电。</p><p>登记姓名与电话。</p></li><li><p>转办工单。</p><p>当天派出。</p></li></ol>',
  'a long item': `<ol><li><p>${text}</p><p>${text}</p></li></ol><ul><li><p>甲</p><ol><li>${text}</li></ol></li></ul>`,
  'mostly code': `<pre><code>${'const receipt = register(call);\n'.repeat(90)}</code></pre>`,
};

let css: string;
let printer: Printer;

beforeAll(async () => {
  const sheet = await templateSheet('official');
  css = before + sheet.replaceAll("'Planshelf Serif'", 'Proof').replaceAll("'Planshelf Sans'", 'Sans');
  printer = await openPrinter(
    `${source}— 0123456789（一）二三、.于年月日前${Object.values({ ...whole, ...numbered }).join('')}`,
  );
});

afterAll(() => printer.close());

async function deviations(change: string, html = source): Promise<readonly string[]> {
  const { failures } = await proveFile(await printer.print(html, { css: `${css}\n${change}` }), 'official');
  return failures.map(({ message }) => message);
}

/** The source with one text put in another's place; fails when there is nothing to replace. */
function changed(from: string, to: string): string {
  expect(source).toContain(from);
  return source.replace(from, to);
}

test('a paper that keeps to the standard has no deviation', async () => {
  expect(await deviations('')).toEqual([]);
});

test('pages of text alone have 22 lines of 28 characters, on one grid, from 37 mm down and 28 mm in', async () => {
  const { pages } = await readPdf(await printer.print(source, { css }), { places: true });
  const texts = pages.map(({ runs }) => runs.filter(({ size }) => size > 15));
  const linesOf = (runs: (typeof texts)[number]) => [...new Set(runs.map(({ baseline }) => Math.round(baseline)))];
  const full = texts.toSorted((a, b) => linesOf(b).length - linesOf(a).length)[0] ?? [];
  const baselines = linesOf(full).sort((a, b) => a - b);
  expect(baselines).toHaveLength(22);
  expect(Math.max(...full.map(({ text: line }) => line.length))).toBe(28);
  expect(Math.min(...full.map(({ x }) => x)) * (25.4 / 72)).toBeCloseTo(28, 0);
  expect(((baselines[0] ?? 0) - 20.5) * (25.4 / 72)).toBeCloseTo(37, 0);
  const [lead = 0] = baselines;
  for (const [index, baseline] of baselines.entries()) expect(Math.abs(baseline - lead - index * 28.9)).toBeLessThan(2);
});

describe('a line is shorter where what follows cannot be broken, or where something else takes room in it', () => {
  test.each(Object.entries(whole))('%s', async (_, given) => {
    // At one of these lengths the end of the line falls within it.
    const paragraphs = Array.from({ length: 10 }, (_, more) => `<p>${text.slice(0, 18 + more)}${given}${text}</p>`);
    const html = changed('<p>部门自查靠周例会。</p>', paragraphs.join(''));
    expect(await deviations('', html)).toEqual([]);
  });

  test('a shorter line of characters alone is refused, beside a bracket too', async () => {
    const short = `<p style="padding-right: 45pt">${text.slice(0, 40)}（业主）${text.slice(0, 40)}</p>`;
    expect(await deviations('', changed('<p>部门自查靠周例会。</p>', short))).toContainEqual(
      expect.stringMatching(/一行排了 25 字，应排 28 字.*5\.2\.3/),
    );
  });
});

test.each(Object.entries(numbered))(
  'what begins with a number and is no heading is text, and lists have the levels of the standard: %s',
  async (_, html) => {
    expect(await deviations('', changed('<p>部门自查靠周例会。</p>', html))).toEqual([]);
  },
);

test('a cell that is longer than all the text is no text', async () => {
  const row = `<tr><td>1</td><td>${text.repeat(60)}</td></tr>`;
  const table = `<table><thead><tr><th scope="col">组别</th><th scope="col">职责</th></tr></thead><tbody>${row}</tbody></table>`;
  const wide = `<table><thead><tr><th scope="col">职责</th></tr></thead><tbody><tr><td>${text.repeat(60)}</td></tr></tbody></table>`;
  for (const long of [table, wide])
    expect(await deviations('', changed('<p>部门自查靠周例会。</p>', long))).not.toContainEqual(
      expect.stringContaining('正文多为'),
    );
});

test.each([
  ['two headings and the table below them', '到期', ''],
  ['a heading, the table below it and another heading', '', '到期'],
])('a page ends early where %s need the next one', async (_, above, below) => {
  const [table = ''] = /<table[^>]*>(?:(?!<\/table>)[^])*<\/table>/.exec(source) ?? [];
  const heading = (level: number, number: string, title: string): string =>
    `<h${level} id="${title}"><span class="heading-number">${number}</span>${title}</h${level}>`;
  const inner = (title: string): string => (title === '' ? '' : heading(4, '1.', title));
  const tall = table.replace(/<td>[^<]*/, (cell) => cell + text);
  const end = `<p>${text.repeat(20)}</p>`;
  const block = heading(3, '（一）', '登记') + inner(above) + tall + inner(below) + end;
  for (let lines = 0; lines < 22; lines += 1) {
    const html = changed('<p>部门自查靠周例会。</p>', '<p>业主</p>'.repeat(lines) + block);
    expect(await deviations('', html), `${lines} lines above`).toEqual([]);
  }
});

describe('what is wrong is found and named, with clause and figure', () => {
  test.each([
    ['a head margin of 39 mm', '@page { margin-top: 39mm }', /天头（上白边）是 39\.\d mm，应为 37 mm.*5\.2\.1/],
    ['a binding edge of 30 mm', '@page { margin-left: 30mm }', /订口（左白边）是 30\.\d mm，应为 28 mm.*5\.2\.1/],
    ['text beyond the type area', '@page { margin-right: 23mm }', /超出版心（.*5\.2\.1/],
    ['21 lines', 'html, p, li, h2, h3, h4 { line-height: 30.3pt }', /这一面排了 2[01] 行，应排 22 行.*5\.2\.3/],
    ['27 characters', 'html { letter-spacing: .37pt }', /一行排了 27 字，应排 28 字.*5\.2\.3/],
    ['text of 小三', 'p { font-size: 15pt }', /是 15\.0 pt，正文应为三号（16 pt）.*5\.2\.2/],
    [
      'text of 五号',
      'p, li { font-size: 10.5pt } h2, h3, h4 { font-size: 11pt }',
      /正文多为 10\.5 pt，应为三号（16 pt）.*5\.2\.2/,
    ],
    ['a bold heading', 'h2 { font-weight: 700 }', /第一层标题“一、工作目标”用了 NotoSansSC-Bold：不应加粗.*7\.3\.3/],
    ['a first level in 宋体', 'h2 { font-family: Proof }', /第一层标题“.*”用了 NotoSerifSC-Regular，应为黑体.*7\.3\.3/],
    ['a second level in 黑体', 'h3 { font-family: Sans }', /第二层标题“.*”用了 NotoSansSC-Regular，应为楷体.*7\.3\.3/],
    ['a small title', 'h1 { font-size: 18pt }', /没有二号（22 pt）的标题.*7\.3\.1/],
    ['a title at the left', 'h1 { text-align: left }', /标题“.*”偏离版心中线 -\d+\.\d mm.*7\.3\.1/],
    [
      'a page number inside',
      '@page :right { @bottom-right { content: none } @bottom-left { content: "— " counter(page) " —"; font: 400 14pt/20pt Proof; padding: 8pt 0 0 14pt; vertical-align: top } }',
      /单页码距版心右边缘 1\d\d\.\d mm，应居右空一字.*7\.5/,
    ],
    ['a page number too low', pageNumber('padding-top: 20pt'), /一字线在版心下边缘之下 1\d\.\d mm，应为 7 mm.*7\.5/],
    ['a page number of 五号', pageNumber('font-size: 10.5pt'), /页码是 10\.5 pt，应为四号（14 pt）.*7\.5/],
    ['no dashes', pageNumber('content: counter(page)'), /页码写作“2”，应为“— 2 —”.*7\.5/],
  ])('%s', async (_, change, message) => {
    expect(await deviations(change)).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
  });

  test('a number out of order', async () => {
    expect(await deviations('', changed('>二、<', '>三、<'))).toContainEqual(
      expect.stringMatching(/序号不连续：“三、重点措施”处应为“二、”.*7\.3\.3/),
    );
  });

  test('an annex out of order', async () => {
    const wrong = changed('附件2</span>', '附件3</span>');
    expect(await deviations('', wrong)).toEqual([expect.stringMatching(/序号不连续：“附件3”处应为“附件2”.*7\.3\.7/)]);
  });

  test('a date with zeros', async () => {
    expect(await deviations('', changed('部门自查靠周例会', '于2026年01月05日前自查'))).toEqual([
      expect.stringMatching(/日期写作“2026年01月05日”.*7\.3\.5\.4/),
    ]);
  });
});
