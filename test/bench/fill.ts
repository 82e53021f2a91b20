/** `npm run bench:fill`: what a writer waits for: pages after a key press, and documents on the command line. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { buildPrintSite, cacheFolderOf } from '../../src/cli/build-site.ts';
import { browserChoices } from '../../src/press/browser/browser-choice.ts';
import { openFirstBrowser } from '../../src/press/browser/browser.ts';
import { serve } from '../../src/press/serve.ts';
import { runFill, writeRows, writeRowsWithBad } from './batch.ts';
import { median } from './rounds.ts';
import { measureTyping } from './typing.ts';
import { memoryWords } from './watched-run.ts';

const { values: options } = parseArgs({
  options: {
    /** Key presses a series. */
    keys: { type: 'string', default: '60' },
    /** Rows of the batch. */
    rows: { type: 'string', default: '40' },
    /** Rows of a long batch, whose memory is watched; 0 leaves it out. */
    'many-rows': { type: 'string', default: '0' },
    /** What is measured. */
    only: { type: 'string', default: 'typing,batch' },
  },
});
const root = process.cwd();
/** Four pages. */
const slug = 'telecom-sales-and-service';
const only = new Set(options.only.split(','));
const site = await buildPrintSite(root);
const scratch = await mkdtemp(join(tmpdir(), 'planshelf-bench-fill-'));

try {
  if (only.has('typing')) await typingInBrowser();
  if (only.has('batch')) await batch();
  const long = Number(options['many-rows']);
  if (long > 0) for (const formats of ['docx,xlsx,ics,md', 'pdf']) await longBatch(long, formats);
} finally {
  await rm(scratch, { recursive: true, force: true });
}

async function typingInBrowser(): Promise<void> {
  const server = await serve({ root: site });
  const { opened } = await openFirstBrowser(await browserChoices(), join(cacheFolderOf(root), 'press/browser'));
  try {
    console.log(`${opened.name}；${cpus().length} 核\n`);
    await typing(opened.browser, server.origin);
  } finally {
    await opened.close();
    await server.close();
  }
}

/** From key press to pages shown, on plans of four pages, for an easy and for a quick hand. */
async function typing(browser: Browser, origin: string): Promise<void> {
  const { plans } = JSON.parse(await readFile(join(site, 'plans.json'), 'utf8')) as { plans: { slug: string }[] };
  const keys = Number(options.keys);
  let measured = 0;
  for (const { slug } of plans) {
    const address = `${origin}/plans/${slug}/fill/`;
    if (measured === 3) break;
    if ((await measureTyping(browser, address, { keys: 1, rhythm: 0 })).pages !== 4) continue;
    measured += 1;
    for (const rhythm of [350, 120]) {
      const { millis } = await measureTyping(browser, address, { keys, rhythm });
      const at = (share: number): string => (millis[Math.ceil(share * millis.length) - 1] ?? NaN).toFixed(0);
      console.log(
        `${slug}，4 页，每 ${rhythm} ms 一键，${keys} 键：按键到页面 p50 ${at(0.5)} ms，p95 ${at(0.95)} ms，最长 ${at(1)} ms`,
      );
    }
  }
  console.log('');
}

function out(name: string): readonly string[] {
  return ['--out', join(scratch, name)];
}

/** A document of a batch against a call for it alone. */
async function batch(): Promise<void> {
  const count = Number(options.rows);
  const one = await writeRows(scratch, 1);
  const many = await writeRows(scratch, count);
  const alone: number[] = [];
  for (let round = 0; round < 3; round++)
    alone.push((await runFill(root, [slug, '--rows', one, ...out(`one-${round}`)])).millis);
  const together = await runFill(root, [slug, '--rows', many, ...out('many')]);
  const again = await runFill(root, [slug, '--rows', many, ...out('many')]);
  const each = together.millis / count;
  const single = median(alone);
  console.log(
    `单独一次 ${single.toFixed(0)} ms；${count} 行一批 ${each.toFixed(0)} ms/份，之比 ${(each / single).toFixed(2)}；再来一次（都没有变化）${again.millis.toFixed(0)} ms`,
  );
}

/** A long batch: memory as it goes on; what a second run makes; and a run with bad rows. */
async function longBatch(rows: number, formats: string): Promise<void> {
  const step = 50;
  const asked = ['--format', formats, ...out(`long-${formats}`)];
  const bad = [slug, '--rows', await writeRowsWithBad(scratch, rows, step), ...asked];
  const mended = [slug, '--rows', await writeRows(scratch, rows), ...asked];
  const first = await runFill(root, bad, 1);
  const each = `${(first.millis / 1000).toFixed(1)} s，每份 ${(first.millis / rows).toFixed(0)} ms`;
  console.log(
    `${rows} 行，${formats}：${each}；内存（前、中、后三分之一）${memoryWords(first)}，最多 ${first.peak.toFixed(0)} MB`,
  );
  console.log(`  ${lastLine(first.output)}；指出的坏行 ${first.output.match(/没有生成：/g)?.length ?? 0}`);
  const second = await runFill(root, mended);
  console.log(`  改好坏行再来一次：${(second.millis / 1000).toFixed(1)} s；${lastLine(second.output)}`);
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}
