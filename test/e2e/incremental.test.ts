import { appendFile, cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type FixtureSite, makeFixtureSite } from './fixture-site.ts';
import { digestsOf } from './whole-files.ts';

/** A build that takes from the one before what has not changed makes the same site as one that has nothing to take. */
const content = resolve(import.meta.dirname, '../fixtures/site/content');
const kept = ['plans', 'dist', 'incremental-build.json', 'data-store.json'];

// Three builds at most, on a machine that may be busy with other tests.
vi.setConfig({ testTimeout: 240_000 });

let site: FixtureSite;
const inSite = (path: string): string => join(site.root, path);

beforeAll(async () => {
  site = await makeFixtureSite(content);
  await build();
}, 240_000);

afterAll(() => site.remove());

/** @returns digests of the built site's files, and how many pages were taken from the build before */
async function build(): Promise<{ readonly files: Record<string, string>; readonly taken: number }> {
  const { code, output } = await site.run('build', [], { PLANSHELF_PDF: 'off' });
  if (code !== 0) throw new Error(output);
  return { files: await digestsOf(site.dist), taken: output.match(/\((?:restored|cached)\)/g)?.length ?? 0 };
}

async function edit(path: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(inSite(path), 'utf8');
  const changed = change(text);
  expect(changed, path).not.toBe(text);
  await writeFile(inSite(path), changed);
}

/** What is built now, compared with what is built of the same sources by a machine that never built before. */
async function expectAsFromNothing(): Promise<{ readonly taken: number }> {
  const { files, taken } = await build();
  for (const name of kept) await rm(inSite(`.cache/${name}`), { recursive: true, force: true });
  const fresh = await build();
  expect(fresh.taken).toBe(0);
  expect(files).toEqual(fresh.files);
  return { taken };
}

/** Addresses of the pages of plans, their data with them. */
const ofPlan =
  /^\/(?:plans\/[^/]+\/(?:fill\/index\.html|index\.html|plan\.json|compare\.json)|print\/[^/]+\/[^/]+\/index\.html)$/;

test('nothing has changed: every page of a plan is taken', async () => {
  const { files, taken } = await build();
  expect(taken).toBe(Object.keys(files).filter((name) => ofPlan.test(name)).length);
});

test('a plan has another title, another one more to say, and a third has gone', async () => {
  await edit('content/plans/second.mdx', (text) => text.replace('title: 营业厅周计划', 'title: 营业厅每周计划'));
  await appendFile(inSite('content/plans/big.mdx'), '\n末尾添一段。\n');
  await rename(inSite('content/plans/客服 周计划.mdx'), inSite('gone.mdx'));
  await expectAsFromNothing();
});

test('a plan is new and brings a character that no font had, and an industry has another name', async () => {
  await cp(inSite('content/plans/second.mdx'), inSite('content/plans/third.mdx'));
  await edit('content/plans/third.mdx', (text) => text.replace('营业厅每周计划', '第三份计划，㙍'));
  await edit('content/industries.yaml', (text) => text.replace('通信', '电信'));
  await expectAsFromNothing();
});

/** A change of code, and what says in a page or file of a plan that it was made with it. */
const changes: readonly [string, string, (text: string) => string, string, RegExp][] = [
  [
    'a component',
    'src/components/sign-off.ts',
    (text) => text.replace("['sign-off']", "['sign-off', 'changed-sign-off']"),
    'print/second/meeting/index.html',
    /changed-sign-off/,
  ],
  [
    'a Markdown plugin',
    'src/markdown/remark-heading-numbers.ts',
    (text) => text.replace("['heading-number']", "['heading-number', 'changed-number']"),
    'plans/second/index.html',
    /changed-number/,
  ],
  [
    'a setting of the project',
    'astro.config.mjs',
    (text) =>
      text.replace(
        'unified(markdownUnder(base))',
        "unified({ ...markdownUnder(base), remarkRehype: { footnoteLabel: '改过的注释' } })",
      ),
    'plans/second/index.html',
    /改过的注释/,
  ],
  [
    'the writer of a format',
    'src/export/markdown.ts',
    (text) => text.replace('return `${[...blocks', 'return `改过${[...blocks'),
    'plans/second/second.md',
    /^改过/,
  ],
];

test.each(changes)('%s has changed', async (_, path, change, made, sign) => {
  await edit(path, change);
  await build();
  expect(sign.test(await readFile(join(site.dist, made), 'utf8'))).toBe(true);
});

/** Code whose name in a page holds a digest of it. */
test.each([
  ['code for the browser', 'src/client/plan-page.ts', "\nconsole.info('changed');\n", 'plans/second/index.html'],
  [
    'a style sheet of paper',
    'templates/meeting/print.css',
    '\n.changed { color: red; }\n',
    'print/second/meeting/index.html',
  ],
])('%s has changed: pages ask for what is there', async (_, path, added, page) => {
  const asked = async () =>
    [...(await readFile(join(site.dist, page), 'utf8')).matchAll(/\/_astro\/[^"]+/g)].map(String);
  const before = await asked();
  await edit(path, (text) => text + added);
  const { files } = await build();
  expect(await asked()).not.toEqual(before);
  for (const name of await asked()) expect(Object.keys(files)).toContain(name);
});

test('a build that is cut short leaves none of its pages for a later one', async () => {
  const path = 'content/plans/second.mdx';
  const before = await readFile(inSite(path), 'utf8');
  await edit(path, (text) => text.replace('每周计划', '被打断的计划'));
  // One page of the last plan fails, when those of the plan before are made.
  const failing = inSite('src/pages/plans/[slug]/failing.astro');
  const paths = "export const getStaticPaths = () => [{ params: { slug: 'third' } }];";
  await writeFile(failing, `---\n${paths}\nthrow new Error('cut short');\n---\n`);
  const { code, output } = await site.run('build', [], { PLANSHELF_PDF: 'off' });
  expect(code).toBe(1);
  expect(output).toContain('cut short');
  expect(output).toMatch(/plans\/second\/index\.html[^]*plans\/third\/failing/);
  await rm(failing);
  await writeFile(inSite(path), before);
  // All that has changed since the last whole build is in this comparison too.
  await expectAsFromNothing();
});
