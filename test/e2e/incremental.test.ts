import { appendFile, cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collectionTexts } from '../../src/fonts/collection-texts.ts';
import { charactersOf } from '../../src/fonts/print-fonts.ts';
import { Rebuilds } from './rebuilds.ts';

/** A build that takes from the one before what has not changed makes the same site as one that has nothing to take. */
let rebuilds: Rebuilds;
/** What was made last of the sources that now are, by a build that had nothing to take. */
let made: Record<string, string> = {};

beforeAll(async () => {
  rebuilds = await Rebuilds.begin(['meeting', 'booklet']);
});

afterAll(() => rebuilds.site.remove());

/** What is made of one plan: its pages, its paper, its data and its files. */
const ofPlan =
  /^\/(?:plans\/[^/]+\/(?:(?:fill\/)?index\.html|[^/]+\.(?:json|docx|xlsx|ics|md))|print\/[^/]+\/[^/]+\/index\.html)$/;

/** Those that this project's plans have beyond what is built here: fonts with all of them are cut for other tests as well. */
async function charactersOfTheShelf(): Promise<string> {
  const charactersIn = async (root: string) => new Set(charactersOf(await collectionTexts(root)));
  const shelf = await charactersIn(resolve(import.meta.dirname, '../..'));
  return [...shelf.difference(await charactersIn(rebuilds.site.root))].join('');
}

test('nothing has changed: every page of a plan is taken', async () => {
  const { files, taken } = await rebuilds.build();
  expect(taken).toBe(Object.keys(files).filter((name) => ofPlan.test(name)).length);
});

test('plans and an industry have changed, one plan is new with a character that no font had, one has gone', async () => {
  const plans = (name: string): string => rebuilds.path(`content/plans/${name}`);
  await cp(plans('second.mdx'), plans('third.mdx'));
  const rare = await charactersOfTheShelf();
  expect(rare).not.toBe('');
  await rebuilds.edit('content/plans/third.mdx', (text) => text.replace('营业厅周计划', `第三份计划，${rare}`));
  await rebuilds.edit('content/plans/second.mdx', (text) =>
    text.replace('title: 营业厅周计划', 'title: 营业厅每周计划'),
  );
  await appendFile(plans('big.mdx'), '\n末尾添一段。\n');
  await rename(plans('客服 周计划.mdx'), rebuilds.path('gone.mdx'));
  await rebuilds.edit('content/industries.yaml', (text) => text.replace('通信', '电信'));
  made = await rebuilds.expectAsFromNothing();
});

test('a build that is cut short leaves none of its pages for a later one', async () => {
  const path = 'content/plans/second.mdx';
  const before = await readFile(rebuilds.path(path), 'utf8');
  await rebuilds.edit(path, (text) => text.replace('每周计划', '被打断的计划'));
  // One page of the last plan fails, behind others of the plan that has changed.
  const failing = rebuilds.path('src/pages/plans/[slug]/z-failing.astro');
  const paths = "export const getStaticPaths = () => [{ params: { slug: 'third' } }];";
  await writeFile(failing, `---\n${paths}\nthrow new Error('cut short');\n---\n`);
  const { code, output } = await rebuilds.site.run('build', [], { PLANSHELF_PDF: 'off' });
  expect(code).toBe(1);
  expect(output).toContain('cut short');
  expect(output).toMatch(/plans\/second\/fill\/index\.html[^]*plans\/third\/z-failing/);
  await rm(failing);
  await writeFile(rebuilds.path(path), before);
  expect((await rebuilds.build()).files).toEqual(made);
});

test('what a page says of other plans follows them, with the fonts and the code as they were', async () => {
  await rebuilds.edit('content/plans/second.mdx', (text) => text.replace('每周计划', '每日计划'));
  await rm(rebuilds.path('content/plans/third.mdx'));
  const { taken } = await rebuilds.build();
  expect(taken).toBeGreaterThan(0);
  const page = (path: string): Promise<string> => readFile(join(rebuilds.site.dist, path), 'utf8');
  expect(await page('plans/big/index.html')).toContain('<a href="/plans/second/">营业厅每日计划</a>');
  // In the foot of every page stands how many plans an industry has.
  expect(await page('plans/big/fill/index.html')).toMatch(/\/industry\/telecom\/">[^]*?<span class="count">2<\/span>/);
});

/** More of the kind in `test/long/changed-code.test.ts`. */
test('a component has changed: no page that was made without it is taken', async () => {
  await rebuilds.edit('src/html/sign-off.ts', (text) => text.replace("['sign-off']", "['sign-off', 'changed']"));
  await rebuilds.build();
  expect(await readFile(join(rebuilds.site.dist, 'print/second/meeting/index.html'), 'utf8')).toContain(
    'sign-off changed',
  );
});
