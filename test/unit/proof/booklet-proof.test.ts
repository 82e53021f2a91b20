import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PrintTemplate } from '../../../src/model/template/print-template.ts';
import { prove } from '../../../src/proof/prove.ts';
import { type PrintOptions, type Printer, documentOf, openPrinter, template as plain } from './print.ts';

/** Contents and two papers; the first begins with a figure, as titles do. */
function bound(begins: 'page' | 'right'): string {
  const papers = ['2027年计划', '2027年计划续'].map((title, index) => ({ title, id: `p${index + 1}` }));
  const lines = papers.map(
    ({ id, title }) => `<li><a href="#${id}"><i>材料</i>${title}<span class="n" data-page-of="#${id}"></span></a></li>`,
  );
  const text = '一段正文，说明做法。'.repeat(240);
  return documentOf(
    `<p>封面</p><nav data-begins="${begins}"><p data-running-head="">目录</p><ol role="list">${lines.join('')}</ol></nav>` +
      papers
        .map(
          ({ id, title }) =>
            `<section data-begins="${begins}"><h1 id="${id}" data-running-head="">${title}</h1></section>` +
            `<section data-begins="${begins}"><p data-running-head="${title}">正文</p><p>${text}</p></section>`,
        )
        .join(''),
    '汇编',
  );
}

const css = `
@page { @top-center { content: string(head, first-except) } }
@page :first { @bottom-center { content: none } }
@page :blank { @top-center { content: none } @bottom-center { content: none } }
h1 { string-set: none }
[data-running-head] { string-set: head attr(data-running-head) }
[data-begins=page] { break-before: page } [data-begins=right] { break-before: right }
ol { list-style: none } .n { display: inline-block } .n::after { content: target-counter(attr(data-page-of), page) }`;

const template: PrintTemplate = {
  ...plain,
  pages: { min: 1, max: 40 },
  runningText: ({ number, total, head = '', blank = false }) =>
    number === 1 || blank ? [] : [...(head === '' ? [] : [head]), `第 ${number} 页 共 ${total} 页`],
};

let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter(`${bound('page')}第页共0123456789`);
});
afterAll(() => printer.close());

async function messages(html: string, options: PrintOptions = {}, proven = html): Promise<string[]> {
  const pdf = await printer.print(html, { ...options, css: css + (options.css ?? '') });
  return (await prove(pdf, proven, template)).failures.map(({ check, message }) => `${check} ${message}`);
}

test.each(['page', 'right'] as const)('contents numbers, running heads and sides are proven: %s', async (begins) => {
  expect(await messages(bound(begins))).toEqual([]);
});

test('contents that are off by one are found and named', async () => {
  const damage = (): void => {
    const [, second] = document.querySelectorAll('.n');
    const off = document.createElement('style');
    off.textContent = `.n[data-off]::after { content: '5' !important }`;
    document.head.append(off);
    second?.setAttribute('data-off', '');
  };
  expect(await messages(bound('page'), { damage })).toEqual([
    'contents 目录写「2027年计划续」在第 5 页，实际在第 6 页。',
  ]);
});

test('contents without numbers are no contents', async () => {
  const [found] = await messages(bound('page'), { css: '.n::after { content: none }' });
  expect(found).toMatch(/^text /);
});

test('a page with the running head of another paper is found, also where one title begins with the other', async () => {
  const damage = (): void => {
    const pages = document.querySelectorAll<HTMLElement>('.pagedjs_page');
    pages[pages.length - 1]?.style.setProperty('--pagedjs-string-first-except-head', '"2027年计划"');
  };
  expect(await messages(bound('page'), { damage })).toEqual([
    expect.stringMatching(/^running-text 第 \d+ 页的页眉是「2027年计划」，应为「2027年计划续」。$/),
  ]);
});

test('a paper that begins on a left-hand page is found where it shall begin on a right-hand one', async () => {
  const found = await messages(bound('right'), { css: '[data-begins=right] { break-before: page }' });
  expect(found.length).toBeGreaterThan(0);
  for (const message of found) expect(message).toMatch(/^pages 「.+」在第 \d*[02468] 页开始，是左页/);
});

describe('each paper holds what its own template holds', () => {
  const css = '[data-begins=page] { break-before: page }';
  const inTemplates = (short: string, long: string): string =>
    documentOf(
      '<h1>汇编</h1>' +
        [short, long]
          .map(
            (text, index) =>
              `<section class="booklet-paper" data-begins="page" data-template="${index === 0 ? 'short' : 'long'}"><p>${text}</p></section>`,
          )
          .join(''),
      '汇编',
    );
  const papers: PrintTemplate[] = [
    { ...plain, name: 'short', title: '一页纸', pages: { min: 1, max: 1 } },
    { ...plain, name: 'long', title: '会议稿' },
  ];
  const found = async (
    html: string,
    options: PrintOptions = {},
    more: Partial<PrintTemplate> = {},
  ): Promise<string[]> => {
    const pdf = await printer.print(html, { ...options, css: css + (options.css ?? '') });
    const [first, ...others] = papers;
    const all = first === undefined ? [] : [{ ...first, ...more }, ...others];
    const of = { ...plain, title: '汇编', runningText: plain.runningText, papers: all };
    return (await prove(pdf, html, of)).failures.map(({ check, message }) => `${check} ${message}`);
  };
  const sentence = '一段正文，说明做法。';

  test('papers within their bounds are proven', async () => {
    expect(await found(inTemplates(sentence, sentence.repeat(240)))).toEqual([]);
  });

  test('a paper of one page that takes two is found and named', async () => {
    expect(await found(inTemplates(sentence.repeat(240), sentence))).toEqual([
      `pages 第 1 份材料「${sentence.repeat(2)}」有 2 页，版式「一页纸」只许 1 页。`,
    ]);
  });

  test('type below its floor is found in the paper that has a floor, not in others', async () => {
    const html = inTemplates(sentence, sentence);
    const fit = { details: [], lists: [], type: { most: 11, usual: 9, least: 8 } };
    const small = (template: string) => ({ css: `[data-template=${template}] { font-size: 7pt }` });
    expect(await found(html, small('short'), { fit })).toEqual(['fit 第 2 页有 7.00 磅的字，不得小于 8 磅。']);
    expect(await found(html, small('long'), { fit })).toEqual([]);
  });

  test('a layout standard is measured on the pages of its paper, the running heads of the booklet aside', async () => {
    const messages = await found(inTemplates(sentence.repeat(20), sentence), {}, { layout: 'official' });
    expect(messages.join('\n')).toMatch(/^layout 第 2 页：“一段正文.*超出版心（左 20\.0 mm/m);
    expect(messages.join('\n')).not.toMatch(/第 [13] 页|7\.5|页码/);
  });
});
