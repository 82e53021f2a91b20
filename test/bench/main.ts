/** `npm run bench`: the press against the plain way, for the same print documents, in one run. */
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPrintSite, cacheFolderOf } from '../../src/cli/build-site.ts';
import { browserChoices } from '../../src/press/browser/browser-choice.ts';
import { openFirstBrowser } from '../../src/press/browser/browser.ts';
import type { PressOptions, PressResult, PrintJob } from '../../src/press/press-job.ts';
import { press } from '../../src/press/press.ts';
import { jobsOfSite } from '../../src/press/site/print-site.ts';
import { prove } from '../../src/proof/prove.ts';
import type { ProofResult } from '../../src/proof/result.ts';
import { serve } from '../../src/press/serve.ts';
import { bookletAgainstParts } from './booklet.ts';
import { longDocument } from './long-document.ts';
import { addPolyfill, printNatively, printPlainly } from './plain.ts';
import { type Method, measure } from './rounds.ts';

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const rounds = Number(options.rounds);
const root = process.cwd();
const scratch = await mkdtemp(join(tmpdir(), 'planshelf-bench-'));
const unproven: ProofResult = { ok: true, failures: [], pages: 0, fonts: [], charactersCompared: 0, rowsCompared: 0 };

const site = join(scratch, 'site');
await cp(await buildPrintSite(root), site, { recursive: true });
await addPolyfill(site, root);
const browserFolder = join(cacheFolderOf(root), 'press/browser');
const cacheFolder = join(scratch, 'press');
await mkdir(browserFolder, { recursive: true });
await mkdir(cacheFolder);
await symlink(browserFolder, join(cacheFolder, 'browser'));

const server = await serve({ root: site });
const { opened } = await openFirstBrowser(await browserChoices(), browserFolder);

try {
  const order = { site, base: '/', out: join(scratch, 'pdf'), templatesFolder: join(root, 'templates') };
  const jobs = await jobsOfSite(order);
  const [sample] = jobs;
  if (sample === undefined) throw new Error('没有可打印的文档');
  const long = longDocument(sample);
  console.log(`${opened.name}；${cpus().length} 核；每种 ${rounds} 轮取中位数\n`);
  await compare('书架上的全部计划', jobs);
  await compare('一份约 200 页的文档', [long]);
  await rebuild(jobs);
  console.log(await bookletAgainstParts(opened.browser, server.origin, site, rounds));
} finally {
  await opened.close();
  await server.close();
  await rm(scratch, { recursive: true, force: true });
}

async function run(jobs: readonly PrintJob[], options: Partial<PressOptions>): Promise<readonly PressResult[]> {
  const results = await press(jobs, {
    root: site,
    cacheFolder,
    prove: (pdf, job, fitted) => prove(pdf, job.html, job.template, fitted),
    ...options,
  });
  const failed = results.find(({ outcome }) => outcome === 'failed');
  if (failed?.outcome === 'failed') throw new Error(`${failed.slug}：${failed.failures[0].message}`);
  return results;
}

function methodsFor(jobs: readonly PrintJob[]): readonly Method[] {
  const pressed = (name: string, options: Partial<PressOptions>): Method => ({
    name,
    run: async () => {
      await run(jobs, { force: true, ...options });
    },
  });
  const { browser } = opened;
  return [
    pressed('(a) 印厂，含校验', {}),
    pressed('(b) 印厂，不校验', { prove: () => Promise.resolve(unproven) }),
    { name: '(c) 平常做法：每份新开页面 + Paged.js', run: () => printPlainly(browser, server.origin, jobs) },
    { name: '(d) Chromium 自己分页', run: () => printNatively(browser, server.origin, jobs) },
  ];
}

async function compare(title: string, jobs: readonly PrintJob[]): Promise<void> {
  const results = await run(jobs, { force: true });
  const pages = results.reduce((sum, result) => sum + (result.outcome === 'failed' ? 0 : result.record.pages), 0);
  const medians = await measure(methodsFor(jobs), rounds);
  const plain = [...medians].find(([name]) => name.startsWith('(c)'))?.[1] ?? NaN;
  console.log(`${title}：${jobs.length} 份，${pages} 页`);
  for (const [name, millis] of medians) {
    const each = `${(millis / jobs.length).toFixed(0)} ms/份，${(millis / pages).toFixed(1)} ms/页`;
    console.log(`  ${name}：${each}，与 (c) 之比 ${(millis / plain).toFixed(2)}`);
  }
  console.log('');
}

/** The PDF stage of a first build and of one in which nothing changed. */
async function rebuild(jobs: readonly PrintJob[]): Promise<void> {
  const again: Method = {
    name: '第二次',
    run: async () => {
      await run(jobs, {});
    },
  };
  const first: Method = {
    name: '第一次',
    run: async () => {
      await rm(join(cacheFolder, 'pdf'), { recursive: true, force: true });
      await run(jobs, {});
    },
  };
  const medians = await measure([first, again], rounds);
  const [made = NaN, reused = NaN] = [medians.get('第一次'), medians.get('第二次')];
  const ratio = `${made.toFixed(0)} ms → ${reused.toFixed(0)} ms，之比 ${(reused / made).toFixed(3)}`;
  console.log(`没有改动的第二次构建，PDF 一步：${ratio}`);
}
