import { cp, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/cli/command.ts';
import { newTemplate } from '../../../src/cli/new/new-template.ts';
import type { Layout } from '../../../src/html/layout.ts';
import { readTemplates } from '../../../src/press/site/print-site.ts';
import { samplePlan } from '../components/sample-plan.ts';
import { filledDocument } from '../html/plan-html.ts';

const project = resolve(import.meta.dirname, '../../..');
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'planshelf-template-'));
  // What templates import when they are run.
  await symlink(join(project, 'src'), join(root, 'src'));
  await cp(join(project, 'templates'), join(root, 'templates'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

function run(...args: string[]): Promise<number> {
  return newTemplate({ args, root, signal: new AbortController().signal, print: () => undefined });
}

const files = (name: string): Promise<string[]> => readdir(join(root, 'templates', name));
const text = (path: string): Promise<string> => readFile(join(root, 'templates', path), 'utf8');

describe.each(['meeting', 'one-page'])('from %s', (from) => {
  test('has everything of its source under its own name, a letterhead and a place for fonts', async () => {
    expect(await run('our-company', '--from', from, '--title', '安和文稿')).toBe(0);
    const made = await files('our-company');
    expect(made).toEqual(expect.arrayContaining(await files(from)));
    expect(made).toEqual(expect.arrayContaining(['letterhead.ts', 'layout.ts', 'fonts.css', 'fonts']));
    const document = await text('our-company/Document.astro');
    expect(document).toContain('href={fontsCss} data-pagedjs-ignore');
    const { layout } = (await import(join(root, 'templates/our-company/layout.ts'))) as { layout: Layout };
    const [first] = layout(filledDocument(samplePlan())).children;
    expect(first?.type === 'element' && first.properties['className']).toEqual(['letterhead']);
    const css = await text('our-company/print.css');
    expect(css).toContain('.letterhead {');
    // The rules that templates share stand where they stood, seen from the new folder.
    expect(css).toMatch(/^@import '\.\.\/(?:text|paper)\.css';$/m);
    const description = await text('our-company/template.ts');
    expect(description).toContain("name: 'our-company'");
    expect(description).toContain("title: '安和文稿'");
  });
});

test('the source stays as it was, and a copy of a copy keeps its letterhead', async () => {
  const before = await text('meeting/Document.astro');
  await run('first');
  expect(await text('meeting/Document.astro')).toBe(before);
  const own = (await text('first/letterhead.ts')).replace("html.blank('organization')", "'安和物业'");
  await writeFile(join(root, 'templates/first/letterhead.ts'), own);
  await run('second', '--from', 'first');
  expect(await text('second/letterhead.ts')).toBe(own);
  expect((await text('second/layout.ts')).match(/letterhead\(html\)/g)).toHaveLength(1);
});

test('the new template is among the project’s by being there', async () => {
  await run('our-company');
  const names = (await readTemplates(join(root, 'templates'))).map(({ name }) => name);
  expect(names).toContain('our-company');
});

test.each([
  [['Our'], '不能用作版式的名称'],
  [['../x'], '不能用作版式的名称'],
  [['a.b'], '不能用作版式的名称'],
  [['-a'], '没有选项 -a。'],
  [['版式'], '不能用作版式的名称'],
  [['a'.repeat(41)], '不能用作版式的名称'],
  [['meeting'], '已经有 templates/meeting，没有改动它'],
  [['new', '--from', 'meting'], '没有版式 meting，是否要写 meeting？'],
  [['new', '--from', 'booklet'], 'booklet 是汇编的版式'],
  [['new', '--title', ''], '中文名要有 1 到 20 个字'],
  [[], '用法：'],
  [['a', 'b'], '用法：'],
])('refuses %j and writes nothing', async (args, message) => {
  const before = await readdir(join(root, 'templates'), { recursive: true });
  await expect(run(...args)).rejects.toThrow(UsageError);
  await expect(run(...args)).rejects.toThrow(message);
  expect(await readdir(join(root, 'templates'), { recursive: true })).toEqual(before);
});
