import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Problem } from '../../../src/model/problem.ts';
import { checkPaths, entriesOf, fixturesFolder, projectRoot } from './fixtures.ts';

/** What stands in the file where a problem points, as a person would find it by line and column. */
function standsAt({ file, position }: Problem): string {
  if (position.kind === 'file') return '';
  const lines = readFileSync(join(projectRoot, file), 'utf8').split('\n');
  return lines[position.line - 1]?.slice(position.column - 1) ?? '';
}

async function standing(path: string, code: string): Promise<string[]> {
  const problems = await checkPaths([`${fixturesFolder}/${path}`]);
  return problems.filter((problem) => problem.code === code).map(standsAt);
}

test.each([
  ['unknown-key/plan.mdx', 'unknown-key', ['sumary:', 'maxLength:', 'weigth:']],
  ['unknown-value/plan.mdx', 'unknown-value', ['personel', 'persent', '季度']],
  ['unknown-industry/plan.mdx', 'unknown-industry', ['propety']],
  ['kpi-target/target.mdx', 'kpi-target', ['明显提升']],
  ['kpi-target/baseline.mdx', 'kpi-target', ['去年不错']],
  ['offset/plan.mdx', 'offset', ['4周', '+3个月']],
  ['due-outside-period/plan.mdx', 'due-outside-period', ['+40w', '+41w', '+6m']],
  ['owner-unknown/plan.mdx', 'owner-unknown', ['客服元', '项目经理']],
  ['budget-sum/plan.mdx', 'budget-sum', ['500']],
  ['component-unknown/plan.mdx', 'component-unknown', ['<Task />', '<Chart />', '<Chart />']],
  ['prose-expression/program.mdx', 'prose-expression', ['import fs', 'export const']],
  ['prose-expression/attributes.mdx', 'prose-expression', ['href={', '{...process', 'src={', 'rows={']],
  [
    'link-missing/addresses.mdx',
    'link-missing',
    [
      '[没有的计划]',
      '[别的名字]',
      '[没有的格式]',
      '[没有的行业]',
      '[第零页]',
      '[没有的版式]',
      '[汇编不是一份]',
      '[文件不是页]',
    ],
  ],
  ['image-missing/plan.mdx', 'image-missing', ['![楼层图]', '![外网图]', '![百分号]', '![没有路径]', '[图]:', '<img']],
  ['glyph-missing/plan.mdx', 'glyph-missing', ['👍', '𪚥', '𠀀', '😀']],
  ['glyph-missing/code.mdx', 'glyph-missing', ['😀']],
  ['character-look-alike/plan.mdx', 'character-look-alike', ['⽤', '⼀', '⾛']],
  ['prose-figure/plan.mdx', 'prose-figure', ['1,200.5万元', '95%', '3000 元', '20%、20%', '20%。']],
  ['prose-placeholder/plan.mdx', 'prose-placeholder', ['20XX', '20xx', '××', '＿＿', 'xx家', 'XX市']],
  ['punctuation-half-width/plan.mdx', 'punctuation-half-width', [',给', ',记', ';回', '(当', ')完', ', 不']],
  ['punctuation-half-width/quoted.mdx', 'punctuation-half-width', [',给']],
  ['blank-undeclared/places.mdx', 'blank-undeclared', ['【甲】', '【乙】', '【丙】', '【丁】', '【戊】']],
  ['yaml-syntax/unclosed-quote.mdx', 'yaml-syntax', ['"办']],
  ['yaml-syntax/unclosed-bracket.mdx', 'yaml-syntax', ['[客服']],
  ['yaml-syntax/greater-than.mdx', 'yaml-syntax', ['>95%']],
  ['yaml-syntax/exclamation.mdx', 'yaml-syntax', ['!重要']],
  ['yaml-syntax/alias.mdx', 'yaml-syntax', ['*上期']],
  ['yaml-syntax/duplicate-keys.mdx', 'yaml-syntax', ['level: team', 'weight: 90']],
  ['mdx-syntax/unclosed.mdx', 'mdx-syntax', ['<Tasks>']],
  ['mdx-syntax/mismatch.mdx', 'mdx-syntax', ['</Kpis>']],
  ['file-encoding/late.mdx', 'file-encoding', ['\uFFFD']],
])('%s: %s points at what it names', async (path, code, expected) => {
  const found = await standing(path, code);
  expect(found.map((text, i) => text.slice(0, expected[i]?.length))).toEqual(expected);
});

test.each(entriesOf('@positions'))('%s: every blank is found in its place', async (path) => {
  const problems = (await checkPaths([path])).filter(({ code }) => code === 'blank-undeclared');
  expect(problems.length).toBeGreaterThan(0);
  for (const problem of problems) {
    const label = /^【[^】]+】/.exec(problem.what)?.[0] ?? '?';
    expect(standsAt(problem).startsWith(label), `${problem.what} at ${standsAt(problem)}`).toBe(true);
  }
});

test('an escaped bracket before a blank of the same label is not taken for it', async () => {
  const problems = await checkPaths([`${fixturesFolder}/@positions/prose.mdx`]);
  const last = problems.filter(({ what }) => what.startsWith('【戊】'));
  expect(last.map(({ position }) => position)).toEqual([{ kind: 'point', line: 46, column: 5 }]);
});
