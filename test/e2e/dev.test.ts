import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAnyBrowser } from './browser.ts';
import { type FixtureSite, makeFixtureSite, ownEnvironment } from './fixture-site.ts';
import { freePort } from './free-port.ts';

/** `npm run dev`: what is saved is seen, what is wrong is said, and PDFs are there. */
const content = resolve(import.meta.dirname, '../fixtures/site/content');

let site: FixtureSite;
let browser: Browser;
let page: Page;
let server: ChildProcess;
let origin: string;
let output = '';
/** What the server has answered to its first request, for a PDF, before it had bundled anything. */
let firstPdf: { readonly status: number; readonly bytes: Uint8Array };
/** What went wrong in the page, as it says itself. */
const trouble: string[] = [];
/** The plan as the fixture has it. */
let original: string;

beforeAll(async () => {
  site = await makeFixtureSite(content);
  original = await readFile(file(), 'utf8');
  const port = await freePort();
  // The server stays in the foreground whoever starts it.
  server = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev', '--port', String(port)], {
    cwd: site.root,
    env: { ...ownEnvironment(), ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DEV_BACKGROUND: '0', NO_COLOR: '1' },
  });
  server.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  server.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  origin = `http://localhost:${port}`;
  browser = await openAnyBrowser();
  // Hooks cannot poll an expectation.
  for (let tries = 0; !output.includes(String(port)) && tries < 600; tries += 1) await wait(100);
  if (!output.includes(String(port))) throw new Error(output);
  const answer = await fetch(`${origin}/pdf/second.meeting.pdf`);
  firstPdf = { status: answer.status, bytes: await answer.bytes() };
  page = await browser.newPage();
  page.on('response', (answer) => {
    if (!answer.ok()) trouble.push(`${answer.status()} ${answer.url()}`);
  });
  page.on('requestfailed', (request) => trouble.push(`${request.failure()?.errorText ?? ''} ${request.url()}`));
  page.on('pageerror', (error) => trouble.push(String(error)));
  // The first look at each kind of page makes the server compile what it needs.
  for (const path of ['/plans/second/', '/print/second/meeting/']) {
    await page.goto(origin + path, { waitUntil: 'networkidle', timeout: 120_000 });
  }
});

afterAll(async () => {
  await browser.close();
  server.kill('SIGTERM');
  if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
  await site.remove();
});

const file = () => join(site.root, 'content/plans/second.mdx');
const bodyText = () => page.locator('body').innerText();

/** The page may be loading again by itself after the last change, which would end a visit: it is left first. */
async function visit(address: string, options: Parameters<Page['goto']>[1] = {}): Promise<void> {
  const gone = async (): Promise<string> => {
    try {
      await page.goto('about:blank');
      const answer = await page.goto(address, options);
      return answer === null || answer.ok() ? page.url() : `${answer.status()} ${answer.statusText()}`;
    } catch (error) {
      return String(error);
    }
  };
  await expect.poll(gone, { timeout: 60_000 }).toBe(address);
}

/** All text of a PDF, without white space. */
async function textOf(data: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(data) }).promise;
  let text = '';
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    text += items.map((item) => ('str' in item ? item.str : '')).join('');
  }
  return text.replace(/\s/g, '');
}

/** Waits for the pages of the print preview; says what there is instead. */
async function pagesShown(): Promise<void> {
  const shown = async (): Promise<string> => {
    const pages = await page.locator('.pagedjs_page').count();
    if (pages > 1) return 'pages';
    return [`${pages} at ${page.url()}`, ...trouble, output, await page.content()].join('\n');
  };
  await expect.poll(shown, { timeout: 30_000 }).toBe('pages');
}

/** Saves the plan with other words in one place. @returns the line that they stand in */
async function save(words: string): Promise<number> {
  const text = original.replace('做法见', words);
  expect(text).not.toBe(original);
  await writeFile(file(), text);
  return text.split('\n').findIndex((line) => line.includes(words)) + 1;
}

test('the first thing that is asked of a new server may be a PDF', async () => {
  expect([firstPdf.status, firstPdf.status === 200 ? '' : new TextDecoder().decode(firstPdf.bytes)]).toEqual([200, '']);
  expect(await textOf(firstPdf.bytes)).toContain('做法见');
  expect(output).not.toContain('optimized dependencies changed. reloading');
});

test('a saved change is seen in the page and in the print preview', async () => {
  await visit(`${origin}/plans/second/`);
  await save('这里的做法见');
  await expect.poll(bodyText, { timeout: 15_000 }).toContain('这里的做法见');
  await visit(`${origin}/print/second/meeting/`);
  await pagesShown();
  await save('那里的做法见');
  await expect.poll(bodyText, { timeout: 15_000 }).toContain('那里的做法见');
  await pagesShown();
});

test('a mistake is shown over the page at its line, and goes when it is fixed', async () => {
  await visit('about:blank');
  await visit(`${origin}/plans/second/`, { waitUntil: 'networkidle' });
  const overlay = page.locator('vite-error-overlay');
  const line = await save('做法见【没有声明的填写项】');
  const words = () => overlay.evaluate((element) => element.shadowRoot?.textContent ?? '').catch(() => '');
  await expect.poll(words, { timeout: 15_000 }).toContain('没有声明的填写项');
  const shown = await words();
  expect(shown).toContain(`content/plans/second.mdx:${line}:`);
  expect(shown).toContain(`> ${line} | `);
  await save('改好的做法见');
  await expect.poll(() => overlay.count(), { timeout: 15_000 }).toBe(0);
});

test('a build in the same checkout leaves the server what it has bundled, and so print previews their scripts', async () => {
  await visit('about:blank');
  await writeFile(file(), original);
  const bundled = () => readFile(join(site.root, '.cache/vite/dev/deps/_metadata.json'), 'utf8');
  const before = await bundled();
  expect(before).toContain('pagedjs');
  const { code, output: built } = await site.run('build', [], { PLANSHELF_PDF: 'off' });
  expect(code, built).toBe(0);
  expect(built).toContain('page(s) built');
  expect(await bundled()).toBe(before);
  // What another context has in its cache does not count.
  const reader = await browser.newContext();
  try {
    const preview = await reader.newPage();
    await preview.goto(`${origin}/print/second/meeting/`);
    await expect.poll(() => preview.locator('.pagedjs_page').count(), { timeout: 30_000 }).toBeGreaterThan(1);
  } finally {
    await reader.close();
  }
});

test('the PDF of a plan is at its address, as it is written now', async () => {
  await save('现在的做法见');
  const answer = await page.request.get(`${origin}/pdf/second.meeting.pdf`, { timeout: 60_000 });
  const reason = answer.ok() ? '' : await answer.text();
  expect([answer.status(), reason]).toEqual([200, '']);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  expect(await textOf(await answer.body())).toContain('现在的做法见');
  expect((await page.request.get(`${origin}/pdf/second.nothing.pdf`)).status()).toBe(404);
  expect((await page.request.get(`${origin}/pdf/nothing.meeting.pdf`)).status()).toBe(500);
});

test('the files of a plan are at their addresses, also of one with a Chinese name', async () => {
  for (const slug of ['second', '客服-周计划']) {
    const address = (format: string) =>
      `${origin}/plans/${encodeURIComponent(slug)}/${encodeURIComponent(slug)}.${format}`;
    const docx = await page.request.get(address('docx'));
    expect(docx.headers()['content-type']).toContain('wordprocessingml');
    expect((await docx.body()).subarray(0, 2).toString()).toBe('PK');
    expect(await (await page.request.get(address('md'))).text()).toMatch(/^# /);
  }
});
