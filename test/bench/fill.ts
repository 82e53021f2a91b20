/** `npm run bench:fill`: what a writer waits for: pages after a key press, and documents on the command line. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { buildSiteApart, cacheFolderOf } from '../../src/cli/build-site.ts';
import { browserChoices } from '../../src/press/browser-choice.ts';
import { openFirstBrowser } from '../../src/press/browser.ts';
import { serve } from '../../src/press/serve.ts';
import { runFill, writeRows } from './batch.ts';
import { median } from './rounds.ts';
import { measureTyping } from './typing.ts';

const { values: options } = parseArgs({
  options: {
    /** Key presses a series. */
    keys: { type: 'string', default: '60' },
    /** Rows of the batch. */
    rows: { type: 'string', default: '40' },
    /** Rows of a long batch, whose memory is compared with a quarter of it; 0 leaves it out. */
    'many-rows': { type: 'string', default: '0' },
  },
});
const root = process.cwd();
const site = await buildSiteApart(root);
const scratch = await mkdtemp(join(tmpdir(), 'planshelf-bench-fill-'));
const browserFolder = join(cacheFolderOf(root), 'press/browser');
const server = await serve({ root: site });
const { opened } = await openFirstBrowser(await browserChoices(), browserFolder);

try {
  console.log(`${opened.name}；${cpus().length} 核\n`);
  await typing(opened.browser);
} finally {
  await opened.close();
  await server.close();
}
try {
  await batch();
} finally {
  await rm(scratch, { recursive: true, force: true });
}

/** From key press to pages shown, on plans of four pages, for an easy and for a quick hand. */
async function typing(browser: Browser): Promise<void> {
  const { plans } = JSON.parse(await readFile(join(site, 'plans.json'), 'utf8')) as { plans: { slug: string }[] };
  const keys = Number(options.keys);
  let measured = 0;
  for (const { slug } of plans) {
    const address = `${server.origin}/plans/${slug}/fill/`;
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

/** A document of a batch against a call for it alone; and whether memory grows with the rows. */
async function batch(): Promise<void> {
  const slug = 'telecom-sales-and-service';
  const count = Number(options.rows);
  const one = await writeRows(scratch, 1);
  const many = await writeRows(scratch, count);
  const out = (name: string): readonly string[] => ['--out', join(scratch, name)];
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
  const long = Number(options['many-rows']);
  if (long === 0) return;
  const formats = ['--format', 'docx,xlsx,ics,md,json'];
  for (const rows of [long / 4, long]) {
    const table = await writeRows(scratch, rows);
    const { millis, megabytes } = await runFill(root, [slug, '--rows', table, ...formats, ...out(`long-${rows}`)]);
    console.log(`${rows} 行，五种格式：${(millis / 1000).toFixed(1)} s，内存最多 ${megabytes.toFixed(0)} MB`);
  }
}
