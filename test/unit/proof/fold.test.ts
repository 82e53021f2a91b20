import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foldMeta } from '../../../src/model/template/fold.ts';
import type { PrintTemplate } from '../../../src/model/template/print-template.ts';
import { prove } from '../../../src/proof/prove.ts';
import { readPdf } from '../../../src/proof/pdf/read-pdf.ts';
import { type PrintOptions, type Printer, documentOf, openPrinter, template as plain } from './print.ts';

const parts = ['一', '二', '三', '四', '五', '六'];
const rows = Array.from({ length: 40 }, (_, index) => `<tr><td>第${index}行</td><td>说明做法</td></tr>`).join('');
/** Six pages, each with a heading; the third links to the last; the fourth is a table that goes on over to the fifth. */
const flat = documentOf(
  `<h1>对折</h1>` +
    parts
      .map(
        (part, index) =>
          `<h2 id="p${index + 1}" class="${index === 0 ? 'first' : 'next'}">第${part}部分</h2>` +
          (index === 3
            ? `<table><thead><tr><th>序号</th><th>做法</th></tr></thead><tbody>${rows}</tbody></table>`
            : `<p>${`第${part}部分的正文，说明做法。`.repeat(20)}</p>`) +
          (index === 2 ? `<p><a href="#p6">见第六部分</a></p>` : ''),
      )
      .join(''),
  '对折',
);
const folded = flat.replace('</head>', `<meta name="${foldMeta}" content="">$&`);

const template: PrintTemplate = { ...plain, page: { width: 420, height: 297 }, fold: true };

let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter(`${flat}第页共0123456789`);
});
afterAll(() => printer.close());

const css = '.next { break-before: page }';
const print = (html: string, options: PrintOptions = {}): Promise<Uint8Array> =>
  printer.print(html, { ...options, css });

async function messages(html: string, options: PrintOptions = {}): Promise<string[]> {
  const { failures } = await prove(await print(html, options), folded, template);
  return failures.map(({ check, message }) => `${check} ${message}`);
}

describe('a folded booklet', () => {
  test('is proven page by page: text, tables, running heads, outline, links, tags', async () => {
    expect(await messages(folded)).toEqual([]);
  });

  test('has its pages two by two on A3, in the order of the sheets; the tags keep the order of the pages', async () => {
    const pdf = await print(folded);
    const faces = (await readPdf(pdf)).pages;
    expect(faces.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(
      Array.from({ length: 4 }, () => [420, 297]),
    );
    const { pages, outline } = await readPdf(pdf, { fold: true, places: true });
    expect(pages.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(pages.map(({ untaggedStart }) => /第 \d 页/.exec(untaggedStart)?.[0])).toEqual(
      pages.map(({ number }) => `第 ${number} 页`),
    );
    // Each page is as it is alone: every text within 210 mm.
    for (const { runs } of pages) for (const { x, width } of runs) expect(x + width).toBeLessThan((210 * 72) / 25.4);
    expect(outline.map(({ destination }) => destination.page)).toEqual([1, 1, 2, 3, 4, 6, 7]);
  });

  test('with two pages in each other’s place is found', async () => {
    const damage = (): void => {
      const [, second, third] = document.querySelectorAll<HTMLElement>('.pagedjs_page');
      if (!second || !third) throw new Error('no pages');
      [second.style.gridArea, third.style.gridArea] = [third.style.gridArea, second.style.gridArea];
    };
    expect((await messages(folded, { damage })).join('\n')).toMatch(/^text 第 2 页/m);
  });

  test('that was not folded is found, and one that was folded where it should not be', async () => {
    expect((await messages(flat)).join('\n')).toMatch(/纸张是 10\d\.\d × 297\.\d mm，应为 210 × 297 mm/);
    const { failures } = await prove(await print(folded), flat, plain);
    expect(failures.map(({ message }) => message).join('\n')).toMatch(/纸张是 420\.\d × 297\.\d mm，应为 210 × 297 mm/);
  });

  test('leaves nothing behind for the next document', async () => {
    await print(folded);
    const { failures } = await prove(await print(flat), flat, plain);
    expect(failures).toEqual([]);
  });
});
