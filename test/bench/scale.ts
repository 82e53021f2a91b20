/** `npm run bench -- --plans 1000`: what a shelf of ten, a hundred, … plans costs to check, build, print and look at. */
import { appendFile, cp, mkdir, mkdtemp, readdir, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolderOf } from '../../src/cli/build-site.ts';
import { serve } from '../../src/press/serve.ts';
import { openAnyBrowser } from '../e2e/browser.ts';
import { makeManyPlans } from './many-plans.ts';
import { median } from './rounds.ts';
import { memoryWords, watchedRun } from './watched-run.ts';

const astro = 'node_modules/astro/bin/astro.mjs';
const cli = 'src/cli/main.ts';
const seconds = (millis: number): string => `${(millis / 1000).toFixed(1)} s`;

/** What is measured; `pdf` is by far the longest. */
export type Measure = 'check' | 'site' | 'pdf';

/** Ten plans, and ten times as many until it is enough. */
function stepsUpTo(most: number): readonly number[] {
  const steps: number[] = [];
  for (let step = 10; step < most; step *= 10) steps.push(step);
  return [...steps, most];
}

/** @param root this project */
export async function benchScale(root: string, most: number, measures: ReadonlySet<Measure>): Promise<void> {
  const perPlan: number[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'planshelf-scale-'));
  try {
    for (const count of stepsUpTo(most)) {
      const project = join(folder, String(count));
      await makeManyPlans(root, project, count);
      await shareCaches(root, project);
      console.log(`\n${count} 份计划`);
      if (measures.has('check')) await benchCheck(project);
      if (measures.has('site')) perPlan.push((await benchSite(project)) / count);
      if (measures.has('pdf')) await benchPdf(project, count);
    }
  } finally {
    // Not before the end: ext4 makes files slowly for half a minute after it has removed many.
    await rm(folder, { recursive: true, force: true });
  }
  const [last = NaN, before = NaN] = perPlan.toReversed();
  if (perPlan.length > 1) console.log(`\n每份用时与上一级之比 ${(last / before).toFixed(2)}`);
}

/** The unpacked browser and the fonts are there on any machine that has built once. */
async function shareCaches(root: string, folder: string): Promise<void> {
  const browser = join(cacheFolderOf(root), 'press/browser');
  await mkdir(browser, { recursive: true });
  await mkdir(join(cacheFolderOf(folder), 'press'), { recursive: true });
  await symlink(browser, join(cacheFolderOf(folder), 'press/browser'));
  await cp(join(cacheFolderOf(root), 'fonts'), join(cacheFolderOf(folder), 'fonts'), { recursive: true }).catch(
    () => undefined,
  );
}

async function benchCheck(folder: string): Promise<void> {
  const [one = ''] = (await readdir(join(folder, 'content/plans'))).sort();
  const start = await watchedRun(folder, [cli, 'check', `content/plans/${one}`]);
  const all = await watchedRun(folder, [cli, 'check']);
  console.log(`  检查：${seconds(all.millis)}，其中启动约 ${seconds(start.millis)}；内存 ${all.peak.toFixed(0)} MB`);
}

/** The site from nothing, and again after one plan has changed. @returns milliseconds of the first build */
async function benchSite(folder: string): Promise<number> {
  const { millis, peak } = await watchedRun(folder, [astro, 'build'], { PLANSHELF_PDF: 'off' });
  const dist = join(folder, 'dist');
  const index = await sizeOf(join(dist, 'pagefind'));
  console.log(`  站点：${seconds(millis)}；内存最多 ${peak.toFixed(0)} MB；检索索引 ${(index / 1024).toFixed(0)} kB`);
  await benchShelf(dist);
  const [one = ''] = (await readdir(join(folder, 'content/plans'))).sort();
  await appendFile(join(folder, 'content/plans', one), '\n末尾添一段。\n');
  const again = await watchedRun(folder, [astro, 'build'], { PLANSHELF_PDF: 'off' });
  console.log(`  改一份计划后的站点：${seconds(again.millis)}；内存最多 ${again.peak.toFixed(0)} MB`);
  return millis;
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** How the shelf's page behaves: elements, and the time from a click on a facet to the painted result. */
async function benchShelf(dist: string): Promise<void> {
  const server = await serve({ root: dist });
  const browser = await openAnyBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(server.url, { waitUntil: 'networkidle' });
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
    const times: number[] = [];
    const boxes = page.locator('form input[type=checkbox]:visible, form input[type=radio]:visible');
    for (let index = 0; index < Math.min(await boxes.count(), 7); index += 1)
      times.push(await boxes.nth(index).evaluate(clickToPaint));
    const shown = await page.evaluate(() => document.querySelectorAll('*').length);
    const click =
      times.length === 0 ? '没有筛选项' : `${median(times).toFixed(0)} ms，最久 ${Math.max(...times).toFixed(0)} ms`;
    console.log(`  书架：${nodes} 个元素，筛选后 ${shown} 个；点一个筛选项到画出来 ${click}`);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Runs in the page. */
function clickToPaint(box: Element): Promise<number> {
  const started = performance.now();
  (box as HTMLElement).click();
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      setTimeout(() => {
        resolve(performance.now() - started);
      });
    });
  });
}

/** The press over all documents, once the site is built; memory in the first, middle and last third of the time. */
async function benchPdf(folder: string, count: number): Promise<void> {
  await watchedRun(folder, [cli, 'pdf', '--shard', '1/9999', '--out', 'none']);
  const run = await watchedRun(folder, [cli, 'pdf', '--force', '--out', 'pdf']);
  const [, documents = String(count), millis = ''] = /PDF 共 (\d+) 份 .*用时 ([\d.]+) 秒/.exec(run.output) ?? [];
  const each = (Number(millis) * 1000) / Number(documents);
  console.log(
    `  PDF：${documents} 份，${millis} s，每份 ${each.toFixed(0)} ms；内存（前、中、后三分之一）${memoryWords(run)}`,
  );
}
