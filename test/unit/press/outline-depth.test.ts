import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withOutlineDepth } from '../../../src/press/outline-depth.ts';
import { prove } from '../../../src/proof/prove.ts';
import { StampError } from '../../../src/press/stamp.ts';
import { type Printer, documentOf, openPrinter, template as plain } from '../proof/print.ts';

const html = documentOf(
  `<h1>物业季度工作计划</h1><h1>甲</h1><h2>一、目标</h2><h3>（一）满意</h3><h4>1. 三级之下</h4><h3>（二）)/Count 9>></h3>` +
    `<h2>二、措施</h2><p>正文</p><h1>乙</h1><h3>没有上级</h3><h2>三、步骤</h2>`,
);

let printer: Printer;
let pdf: Uint8Array;
beforeAll(async () => {
  printer = await openPrinter(`${html}第页共0123456789`);
  pdf = await printer.print(html);
});
afterAll(() => printer.close());

interface Item {
  readonly title: string;
  readonly count?: number | undefined;
  readonly items: readonly Item[];
}

async function outline(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const items = (await (await task.promise).getOutline()) as readonly Item[];
  const lines = (all: readonly Item[], depth: number): string[] =>
    all.flatMap(({ title, count, items: below }) => [
      `${'-'.repeat(depth)}${title} ${String(count ?? 0)}`,
      ...lines(below, depth + 1),
    ]);
  const found = lines(items, 0);
  await task.destroy();
  return found;
}

describe('the outline of a PDF', () => {
  test('keeps two levels, their order and their numbers of items', async () => {
    const cut = withOutlineDepth(pdf, 2);
    expect(cut).toHaveLength(pdf.length);
    expect(await outline(cut)).toEqual([
      '物业季度工作计划 0',
      '甲 2',
      '-一、目标 0',
      '-二、措施 0',
      '乙 2',
      '-没有上级 0',
      '-三、步骤 0',
    ]);
    expect(Buffer.from(cut).toString('latin1')).toMatch(
      /\/Type \/Outlines\n\/First \d+ 0 R\n\/Last \d+ 0 R\n\/Count 7 *>>/,
    );
  });

  test('keeps one level', async () => {
    expect(await outline(withOutlineDepth(pdf, 1))).toEqual(['物业季度工作计划 0', '甲 0', '乙 0']);
  });

  test('is left alone where it is no deeper', () => {
    expect(Buffer.from(withOutlineDepth(pdf, 6)).equals(pdf)).toBe(true);
  });

  test('is proven to have the levels of its template; the tags have all of them', async () => {
    const two = { ...plain, outlineDepth: 2 };
    expect((await prove(withOutlineDepth(pdf, 2), html, two)).failures).toEqual([]);
    const deep = await prove(pdf, html, two);
    expect(deep.failures.map(({ check, message }) => `${check} ${message}`)).toEqual([
      'outline 大纲第 4 项「（一）满意」是第 3 级，这个版式的大纲只有 2 级。',
    ]);
    const shallow = await prove(withOutlineDepth(pdf, 1), html, two);
    expect(shallow.failures.map(({ check }) => check)).toEqual(['outline']);
  });

  test('that is written in another way is refused; a PDF without one is not', async () => {
    const strange = Buffer.from(
      Buffer.from(pdf).toString('latin1').replace('/Type /Outlines\n', '/Type /Outlines '),
      'latin1',
    );
    expect(() => withOutlineDepth(strange, 2)).toThrow(StampError);
    const none = await printer.print(html, { outline: false });
    expect(withOutlineDepth(none, 2)).toBe(none);
  });
});
