/** `npm run bench:reader`: what a reader waits for: pages as Lighthouse sees them, search, and a facet among a thousand plans. */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { cacheFolderOf } from '../../src/cli/build-site.ts';
import { browserChoices } from '../../src/press/browser/browser-choice.ts';
import { auditPage, type AuditBrowser, type Device, openAuditBrowser } from './lighthouse.ts';
import { median } from './rounds.ts';
import { staticHost } from './static-host.ts';

const { values: options } = parseArgs({
  options: {
    /** Folder of the built site. */
    site: { type: 'string', default: 'dist' },
    /** A plan whose page is audited. */
    plan: { type: 'string', default: 'residential-service-annual' },
    rounds: { type: 'string', default: '5' },
    /** Leaves Lighthouse out. */
    quick: { type: 'boolean', default: false },
  },
});
const rounds = Number(options.rounds);
const [choice] = await browserChoices();
if (choice === undefined) throw new Error('没有浏览器');
const scratch = await mkdtemp(join(tmpdir(), 'planshelf-bench-reader-'));
const server = await staticHost(options.site);
const audit = await openAuditBrowser(choice, join(cacheFolderOf(process.cwd()), 'press/browser'));
try {
  console.log(`Chromium ${audit.browser.version()}；${cpus().length} 核；每种 ${rounds} 轮取中位数\n`);
  for (const path of options.quick ? [] : ['', `plans/${options.plan}/`])
    for (const device of ['mobile', 'desktop'] as const) await auditRounds(audit, server.url + path, device);
  report('检索：最后一键到第一条结果', await rounded(audit.browser, searchMillis));
  report('一千份计划：点一个筛选到卡片换好', await rounded(audit.browser, facetMillis));
} finally {
  await audit.browser.close();
  await server.close();
  await rm(scratch, { recursive: true, force: true });
}

async function auditRounds(browser: AuditBrowser, address: string, device: Device): Promise<void> {
  const all: (readonly [string, number])[] = [];
  const lost = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const result = await auditPage(browser, address, device);
    all.push(...result.scores);
    for (const reason of result.lost) lost.add(reason);
  }
  const names = [...new Set(all.map(([name]) => name))];
  const medians = names.map((name) => `${name} ${median(all.filter(([of]) => of === name).map(([, score]) => score))}`);
  console.log(
    `${new URL(address).pathname} ${device}：${medians.join('，')}${lost.size === 0 ? '' : `\n  ${[...lost].join('\n  ')}`}`,
  );
}

async function rounded(browser: Browser, measure: (page: Page) => Promise<number>): Promise<number[]> {
  const millis: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    millis.push(await measure(await context.newPage()));
    await context.close();
  }
  return millis;
}

function report(what: string, millis: readonly number[]): void {
  console.log(`${what}：${median(millis).toFixed(0)} ms（最长 ${Math.max(...millis).toFixed(0)} ms）`);
}

/** The index is loaded by a first search; the second one finds it there. */
async function searchMillis(page: Page): Promise<number> {
  await page.goto(server.url);
  await page.keyboard.press('/');
  await page.keyboard.type('投诉');
  await page.locator('#shelf-results [role="option"] mark').first().waitFor();
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.insertText('银');
  await page.locator('#shelf-results [role="option"]').first().waitFor();
  // The watch stands before the key is pressed, and answers when it is asked.
  await page.evaluate(() => {
    const first = (): Element | null => document.querySelector('[role="option"]');
    const before = first();
    const found = new Promise<number>((resolve) => {
      const look = (typed: number): void => {
        // Results are made anew for every search.
        if (first() !== null && first() !== before) resolve(performance.now() - typed);
        else
          requestAnimationFrame(() => {
            look(typed);
          });
      };
      const onInput = (): void => {
        look(performance.now());
      };
      addEventListener('input', onInput, { capture: true, once: true });
    });
    Object.assign(window, { found });
  });
  await page.keyboard.insertText('行');
  return await page.evaluate(() => (window as { found?: Promise<number> }).found ?? NaN);
}

async function facetMillis(page: Page): Promise<number> {
  const { plans, ...rest } = (await (await fetch(`${server.url}plans.json`)).json()) as { plans: object[] };
  const many = Array.from({ length: 1000 }, (_, index) => plans[index % plans.length]);
  await page.route('**/plans.json', (route) => route.fulfill({ json: { ...rest, plans: many } }));
  await page.goto(`${server.url}?sort=length`);
  await page.getByText('1000 份').first().waitFor({ state: 'attached' });
  return await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const box = document.querySelector<HTMLInputElement>(
          '.shelf input[type="checkbox"], form input[type="checkbox"]',
        );
        const started = performance.now();
        box?.click();
        requestAnimationFrame(() =>
          setTimeout(() => {
            resolve(performance.now() - started);
          }),
        );
      }),
  );
}
