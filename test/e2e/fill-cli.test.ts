/** `plan -- fill` in a real project: the files of one draft, and of a table of them. */
import { createHash } from 'node:crypto';
import { access, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UsageError } from '../../src/cli/command.ts';
import { fill as fillCommand } from '../../src/cli/fill.ts';
import { documentPlaces } from '../../src/document/edits/document-places.ts';
import { readDraft } from '../../src/fill/draft-read.ts';
import { fillPlan } from '../../src/fill/fill-plan.ts';
import { readTemplates } from '../../src/press/site/print-site.ts';
import { publishedDocument } from '../../src/press/site/print-source.ts';
import { readPlans } from '../../src/check/read-plan.ts';
import {
  articleTexts,
  bare,
  calendarText,
  docxText,
  jsonText,
  markdownText,
  xlsxSheets,
  xlsxText,
} from '../unit/export/read-back.ts';
import { layout } from '../../templates/meeting/layout.ts';
import type { Ended, FixtureSite } from './fixture-site.ts';
import { copyOfSite } from './shared-sites.ts';

const templates = await readTemplates(resolve(import.meta.dirname, '../../templates'));
const stem = '东方营业厅2027年营业厅周计划';
const formats = ['pdf', 'docx', 'xlsx', 'ics', 'md', 'json'] as const;

let site: FixtureSite;

beforeAll(async () => {
  site = await copyOfSite('small');
});

afterAll(async () => {
  await site.remove();
});

const fill = (...args: string[]): Promise<Ended> => site.run('plan', ['fill', ...args]);
/** In this process: what is refused makes no page and starts no browser. */
const fillHere = (...args: string[]): Promise<number> =>
  fillCommand({ args, root: site.root, signal: new AbortController().signal, print: () => undefined });
const inSite = (path: string): string => join(site.root, path);
const read = (path: string): Promise<Buffer> => readFile(inSite(path));
const filesOf = async (folder: string): Promise<string[]> =>
  (await readdir(inSite(folder))).filter((name) => !name.startsWith('.')).sort();

async function digests(folder: string): Promise<Record<string, string>> {
  const names = await filesOf(folder);
  const entries = names.map(
    async (name) =>
      [
        name,
        createHash('sha256')
          .update(await read(join(folder, name)))
          .digest('hex'),
      ] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

/** Pages of a PDF: their text without white space, and their width in millimetres. */
async function pdfPages(path: string): Promise<{ readonly text: string; readonly width: number }[]> {
  const pdf = await getDocument({ data: new Uint8Array(await read(path)) }).promise;
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1);
      const { items } = await page.getTextContent();
      const [left = 0, , right = 0] = page.view;
      return {
        text: items.map((item) => ('str' in item ? item.str.replace(/\s/g, '') : '')).join(''),
        width: ((right - left) / 72) * 25.4,
      };
    }),
  );
}

describe('one draft', () => {
  test('from a sample to every format, with the same text in all of them', async () => {
    expect(await fill('second', '--sample', '--out', 'values.yaml')).toMatchObject({ code: 0 });
    const sample = await readFile(inSite('values.yaml'), 'utf8');
    const given = { 单位名称: '东方营业厅', 年度: '2027', 起始日期: '2027/1/4', 上期办结率: '88%', 客服主管: '张静' };
    const values = Object.entries(given).reduce((text, [label, value]) => {
      expect(text).toContain(`\n  ${label}:`);
      return text.replace(new RegExp(`\\n  ${label}:.*`), `\n  ${label}: ${value}`);
    }, sample);
    await writeFile(inSite('values.yaml'), values);
    const { code, output } = await fill(
      'second',
      '--values',
      'values.yaml',
      '--format',
      formats.join(),
      '--out',
      'one',
    );
    expect(code, output).toBe(0);
    expect(await filesOf('one')).toEqual(formats.map((format) => `${stem}.${format}`).sort());

    const texts = await filledTexts();
    expect(texts.length).toBeGreaterThan(60);
    const file = (format: string): Promise<Buffer> => read(`one/${stem}.${format}`);
    const found = {
      docx: await docxText(await file('docx')),
      xlsx: await xlsxText(await file('xlsx')),
      md: markdownText(await file('md')),
      json: jsonText(await file('json')),
      pdf: bare((await pdfPages(`one/${stem}.pdf`)).map(({ text }) => text).join('')),
    };
    for (const [format, text] of Object.entries(found))
      for (const piece of texts) expect(text, format).toContain(format === 'pdf' ? piece.slice(0, 8) : piece);
    expect(calendarText(await file('ics'))).toContain('清理积压投诉');
    expect(found.pdf).toContain('2027年1月6日'); // +3d ends on the third day
  });

  /** Text of the document, filled with the values file here, as the exported draft holds them. */
  async function filledTexts(): Promise<string[]> {
    const published = await publishedDocument(inSite('.cache/print-site'), 'second');
    const plan = (await readPlans(site.root)).get('second');
    const { draft } = readDraft(await readFile(inSite(`one/${stem}.json`), 'utf8'));
    if (plan === undefined || draft === undefined) throw new Error('not built');
    return articleTexts(layout(fillPlan(published, plan, draft).document));
  }

  test('its JSON is a values file that gives the same bytes', async () => {
    const { code, output } = await fill(
      'second',
      '--values',
      `one/${stem}.json`,
      '--format',
      formats.join(),
      '--out',
      'two',
    );
    expect(code, output).toBe(0);
    expect(await digests('two')).toEqual(await digests('one'));
  });

  test('a second run makes what is missing, and nothing else', async () => {
    await rm(inSite(`two/${stem}.docx`));
    await writeFile(inSite(`two/${stem}.md`), 'cut');
    const { output } = await fill('second', '--values', `one/${stem}.json`, '--format', formats.join(), '--out', 'two');
    expect(output.match(/写好了/g)).toHaveLength(2);
    expect(output.match(/没有变化/g)).toHaveLength(4);
    expect(await digests('two')).toEqual(await digests('one'));
  });

  test.each(templates)('values and changes of the text are in the template $title', async ({ name, page }) => {
    const places = documentPlaces(await publishedDocument(inSite('.cache/print-site'), 'second'));
    const at = (text: string): string => places.find((place) => place.text === text)?.address ?? '';
    const edits = [
      { kind: 'omit', at: at('风险') },
      { kind: 'text', at: at('清理积压投诉'), text: '清空积压投诉' },
      { kind: 'row', id: 'r1', table: 'kpis', cells: { name: '差评数', target: '≤3' } },
    ];
    const { draft } = JSON.parse(await readFile(inSite(`one/${stem}.json`), 'utf8')) as { draft: object };
    await writeFile(inSite('edited.json'), JSON.stringify({ ...draft, edits }));
    const out = `edited-${name}.pdf`;
    const { code, output } = await fill('second', '--values', 'edited.json', '--template', name, '--out', out);
    expect(code, output).toBe(0);
    expect(output).not.toContain('注意');
    const pages = await pdfPages(out);
    expect(pages[0]?.width).toBeCloseTo(page.width, 0);
    const text = pages.map((each) => each.text).join('');
    expect(text).toContain('东方营业厅');
    expect(text).not.toMatch(/来电集中|清理积压|风险/);
    expect(text).toMatch(/清空积压投诉/);
    expect(text).toContain('差评数');
  });

  test.each([
    [['secnod', '--values', 'values.yaml'], '是否要写 second'],
    [['second', '--values', 'missing.yaml'], '读不到 missing.yaml'],
    [['second', '--values', 'values.yaml', '--format', 'dox'], '是否要写 docx'],
    [['second', '--values', 'values.yaml', '--template', 'meting'], '是否要写 meeting'],
    [['second'], '用法'],
    [['second', '--sample', '--out', 'values.yaml'], '没有改动它'],
  ])('%j is refused, and nothing is written', async (args, words) => {
    const before = await filesOf('.');
    await expect(fillHere(...args)).rejects.toThrow(UsageError);
    await expect(fillHere(...args)).rejects.toThrow(words);
    expect(await filesOf('.')).toEqual(before);
  });

  test('to be refused is exit code 2', async () => {
    const { code, output } = await fill('secnod', '--values', 'values.yaml');
    expect(output).toContain('是否要写 second');
    expect(code).toBe(2);
  });
});

describe('a table', () => {
  const head = '单位名称;年度;编制人;上期办结率';
  const rows = [
    '东营业厅;2027;"李明\n王芳";88',
    '西营业厅;2027;=1+1;很高',
    '南营业厅;2027;@SUM(A1);120',
    '北营业厅;2027;😀;90',
  ];

  test('makes a set of files a row; a bad row is reported and left out', async () => {
    await writeFile(inSite('rows.csv'), `\uFEFF${[head, ...rows].join('\r\n')}\r\n`);
    const { code, output } = await fill('second', '--rows', 'rows.csv', '--format', 'pdf,xlsx', '--out', 'rows');
    expect(code).toBe(1);
    expect(output).toContain('第 2 行（文件第 4 行）没有生成');
    expect(output).toContain('不是数字');
    expect(output).toMatch(/这些字符，PDF 中印作〓：😀/);
    expect(output).toContain('共 4 行：生成文件 6 个，没有变化 0 个，有问题的行 1。');
    expect(await filesOf('rows')).toEqual(
      ['东', '南', '北']
        .flatMap((name) => [`${name}营业厅2027年营业厅周计划.pdf`, `${name}营业厅2027年营业厅周计划.xlsx`])
        .sort(),
    );
    expect((await pdfPages('rows/北营业厅2027年营业厅周计划.pdf')).map(({ text }) => text).join('')).toContain('〓');
  });

  test('what looks like a formula is text in a sheet', async () => {
    const content = await read('rows/南营业厅2027年营业厅周计划.xlsx');
    expect(await xlsxText(content)).toContain('@SUM(A1)');
    expect([...(await xlsxSheets(content)).keys()]).toEqual(expect.arrayContaining(['指标', '任务', '预算', '风险']));
  });

  test('a second run makes the row that was corrected, and no other', async () => {
    const before = await digests('rows');
    const mended = rows.map((row) => row.replace('很高', '91'));
    await writeFile(inSite('rows.csv'), [head, ...mended, ''].join('\n'));
    const { code, output } = await fill('second', '--rows', 'rows.csv', '--format', 'pdf,xlsx', '--out', 'rows');
    expect(code, output).toBe(0);
    expect(output).toContain('共 4 行：生成文件 2 个，没有变化 6 个，有问题的行 0。');
    expect(await digests('rows')).toMatchObject(before);
  });

  test('columns that no field has are refused before anything is made', async () => {
    await writeFile(inSite('bad.csv'), '单位名称,上期办结律\n东营业厅,88\n');
    await expect(fillHere('second', '--rows', 'bad.csv', '--out', 'bad')).rejects.toThrow(
      '没有填写项或岗位叫“上期办结律”，是否要写“上期办结率”',
    );
    await expect(access(inSite('bad'))).rejects.toThrow();
  });

  test('a table that has nothing below its head is refused', async () => {
    await writeFile(inSite('head.csv'), '单位名称,编制人\n,\n');
    await expect(fillHere('second', '--rows', 'head.csv', '--out', 'bad')).rejects.toThrow('只有第一行的标签');
    await expect(access(inSite('bad'))).rejects.toThrow();
  });
});
