import { afterAll, beforeAll, expect, test } from 'vitest';
import { prove } from '../../../src/proof/prove.ts';
import { proveFile } from '../../../src/proof/prove-file.ts';
import { documentOf, openPrinter, type Printer, type PrintOptions, template } from './print.ts';

const source = documentOf(`<h1 id="a">计划</h1><h2 id="b">目标</h2><p>一段话。</p>
<table><thead><tr><th scope="col">甲</th></tr></thead><tbody><tr><td>乙</td></tr></tbody></table>
<ul><li>丙</li></ul>
<svg role="img" aria-labelledby="c" width="40" height="20"><title id="c">图</title><rect width="9" height="9"/></svg>`);
let printer: Printer;

beforeAll(async () => {
  printer = await openPrinter(`${source}第页共0123456789`);
});
afterAll(() => printer.close());

async function failures(options: PrintOptions): Promise<readonly string[]> {
  const result = await prove(await printer.print(source, options), source, template);
  return result.failures.filter(({ check }) => check === 'tags').map(({ message }) => message);
}

test('a whole document has its tags', async () => {
  expect(await failures({})).toEqual([]);
});

test('a table without header cells is named', async () => {
  const damage = () => {
    for (const cell of document.querySelectorAll('th')) cell.setAttribute('role', 'cell');
  };
  expect(await failures({ damage })).toEqual([expect.stringContaining('表格“甲乙”没有表头单元格（TH）')]);
});

test('a figure without words is named', async () => {
  const damage = () => {
    for (const figure of document.querySelectorAll('svg')) figure.removeAttribute('aria-labelledby');
    for (const title of document.querySelectorAll('svg title')) title.remove();
  };
  expect(await failures({ damage })).toEqual([expect.stringContaining('有一张图没有替代文字')]);
});

test('a heading on another level is named', async () => {
  const deeper = () => document.querySelector('h2')?.setAttribute('aria-level', '3');
  expect(await failures({ damage: deeper })).toEqual(['第 1 页：标题“目标”的标签是 H3，应为 H2。']);
});

test('a title that is not shown', async () => {
  const pdf = Buffer.from(await printer.print(source)).toString('latin1');
  expect(pdf).toContain('/DisplayDocTitle true');
  const hidden = Buffer.from(pdf.replace('/DisplayDocTitle true', '/DisplayDocTitlx true'), 'latin1');
  expect((await proveFile(hidden, undefined)).failures.map(({ message }) => message)).toEqual([
    'PDF 没有要求显示标题（ViewerPreferences 的 DisplayDocTitle）。',
  ]);
});
