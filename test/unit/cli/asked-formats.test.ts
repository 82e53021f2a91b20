import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/cli/command.ts';
import { fill } from '../../../src/cli/fill.ts';
import { assertLayouts, formatsOf } from '../../../src/cli/fill/asked-formats.ts';
import { template as meeting } from '../../../templates/meeting/template.ts';
import { template as official } from '../../../templates/official/template.ts';

describe('formats', () => {
  test.each([
    [undefined, undefined, ['pdf']],
    [undefined, 'a.docx', ['docx']],
    [undefined, 'A.DOCX', ['docx']],
    [undefined, 'folder', ['pdf']],
    ['docx, PDF，xlsx、docx', undefined, ['docx', 'pdf', 'xlsx']],
    ['pdf', '2027.1', ['pdf']],
  ] as const)('--format %s --out %s: %j', (format, out, formats) => {
    expect(formatsOf(format, out)).toEqual(formats);
  });

  test.each([
    ['word', undefined, '没有格式 word'],
    ['pdf', 'a.docx', '--out a.docx 是一个文件，而 --format 要 pdf'],
    ['pdf,docx', 'a.pdf', '--out a.pdf 是一个文件，而 --format 要 pdf,docx'],
  ] as const)('--format %s --out %s is refused', (format, out, words) => {
    expect(() => formatsOf(format, out)).toThrow(words);
  });
});

describe('a layout that a format would not follow', () => {
  const paper = { paper: '16k' };
  test.each([
    [['docx'], official, {}, 'DOCX 不支持版式“公文版式”'],
    [['xlsx'], official, {}, 'XLSX 不支持版式“公文版式”'],
    [['pdf', 'docx', 'md'], official, {}, 'DOCX 不支持版式“公文版式”'],
    [['md', 'ics'], official, {}, 'MD、ICS 不支持版式“公文版式”'],
    [['docx'], meeting, paper, 'DOCX 不支持 --option 选择的纸张和样式'],
    [['docx'], official, paper, 'DOCX 不支持版式“公文版式”和 --option'],
  ] as const)('%j is refused', (formats, template, chosen, words) => {
    const check = () => {
      assertLayouts(formats, template, chosen, 'meeting');
    };
    expect(check).toThrow(UsageError);
    expect(check).toThrow(words);
  });

  test.each([
    [['pdf'], official, paper],
    [['pdf', 'md', 'json', 'ics'], official, {}],
    [['docx', 'xlsx', 'pdf'], meeting, {}],
  ] as const)('%j in %o is made', (formats, template, chosen) => {
    expect(() => {
      assertLayouts(formats, template, chosen, 'meeting');
    }).not.toThrow();
  });
});

describe('fill', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'planshelf-formats-'));
    await writeFile(join(folder, 'values.yaml'), 'values:\n  单位名称: 锦绣物业\n');
    await writeFile(join(folder, 'rows.csv'), '单位名称\n锦绣物业\n');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each([
    ['--values', 'values.yaml', '--template', 'official', '--out', 'plan.docx'],
    ['--values', 'values.yaml', '--template', 'one-page', '--format', 'docx', '--out', 'made'],
    ['--rows', 'rows.csv', '--template', 'official', '--format', 'pdf,xlsx', '--out', 'made'],
    ['--values', 'values.yaml', '--option', 'paper=16k', '--format', 'docx', '--out', 'made'],
  ])('%j %j %j %j %j %j %j %j refuses before anything is made', async (...given) => {
    const args = given.map((text) => (/^(?:made|plan\.|values\.|rows\.)/.test(text) ? join(folder, text) : text));
    const root = resolve(import.meta.dirname, '../../..');
    const run = fill({
      args: ['residential-service-annual', ...args],
      root,
      signal: new AbortController().signal,
      print: () => undefined,
    });
    await expect(run).rejects.toThrow(UsageError);
    await expect(run).rejects.toThrow(/不支持.*没有生成任何文件/);
    expect((await readdir(folder)).sort()).toEqual(['rows.csv', 'values.yaml']);
  });
});
