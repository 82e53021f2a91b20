import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { booklet } from '../../../src/cli/booklet.ts';
import { draftsForPapers } from '../../../src/cli/booklet/booklet-drafts.ts';
import { UsageError } from '../../../src/cli/command.ts';
import { fullPlan } from '../fill/sample-document.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'planshelf-booklet-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const project = resolve(import.meta.dirname, '../../..');
const run = (...args: string[]) =>
  booklet({ args, root: project, signal: new AbortController().signal, print: () => undefined });

describe('what is asked for wrongly is refused before anything is done', () => {
  test.each([
    [[], '还没有计划'],
    [['residential-service-anual'], '是否要写 residential-service-annual'],
    [['residential-service-annual:offical'], '没有版式 offical，是否要写 official'],
    [['residential-service-annual:'], '没有版式'],
    [['residential-service-annual', '--template', 'booklet'], '没有版式 booklet'],
    [['residential-service-annual', '--title', '字'.repeat(501)], '标题有 501 字'],
    [['residential-service-annual', '--titel', '甲'], '--title'],
    [['residential-service-annual', '--values', 'nowhere.yaml'], '读不到 nowhere.yaml'],
  ])('%j', async (args, words) => {
    const out = join(root, 'out');
    await expect(run(...args, '--out', out)).rejects.toThrow(UsageError);
    await expect(run(...args, '--out', out)).rejects.toThrow(words);
    expect(await readdir(root)).not.toContain('out');
  });
});

test.each(['docx', 'XLSX'])('a booklet is no %s', async (ending) => {
  const out = join(root, `会议.${ending}`);
  await expect(run('residential-service-annual', '--title', '甲', '--out', out)).rejects.toThrow(
    '会议材料只能生成 PDF',
  );
  expect(await readdir(root)).toEqual([]);
});

describe('values files go to the plans that they name', () => {
  const other = { ...fullPlan, slug: 'other' };
  const given = async (plans: readonly (typeof fullPlan)[], ...texts: string[]) => {
    const files = texts.map((_, index) => `values-${index}.yaml`);
    for (const [index, text] of texts.entries()) await writeFile(join(root, `values-${index}.yaml`), text);
    const drafts = await draftsForPapers(plans, files, { root, print: () => undefined });
    return drafts.map((draft) => draft?.values['organization']);
  };
  const values = (plan: string, unit: string) => `plan: ${plan}\nvalues:\n  单位名称: ${unit}\n`;

  test('in any order, and none for a plan without', async () => {
    expect(await given([fullPlan, other], values('other', '乙'))).toEqual([undefined, '乙']);
    expect(await given([fullPlan, other], values('other', '乙'), values('sample', '甲'))).toEqual(['甲', '乙']);
  });

  test('the first to the first of a plan that stands there twice', async () => {
    const twice = [fullPlan, other, fullPlan];
    expect(await given(twice, values('sample', '甲'), values('sample', '丙'))).toEqual(['甲', undefined, '丙']);
  });

  test('a booklet of one plan takes a file that names none', async () => {
    expect(await given([fullPlan], 'values:\n  单位名称: 甲\n')).toEqual(['甲']);
  });

  test.each([
    ['values: {}', '没有写明属于哪份计划'],
    [values('othr', '乙'), '是否要写 other'],
    ['values: {', '读不出来'],
  ])('%j belongs to none and is refused', async (text, words) => {
    await expect(given([fullPlan, other], text)).rejects.toThrow(words);
  });

  test('one file too many is refused', async () => {
    await expect(given([fullPlan], values('sample', '甲'), values('sample', '乙'))).rejects.toThrow('都已经有值');
  });
});
