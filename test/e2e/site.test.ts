import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openAnyBrowser } from './browser.ts';
import type { Ended } from './fixture-site.ts';
import { copyOfSite } from './shared-sites.ts';
import { readTemplates } from '../../src/press/site/print-site.ts';
import { serve } from '../../src/press/serve.ts';

let site: Awaited<ReturnType<typeof copyOfSite>>;
let firstBuild: Ended;
/** Names of the PDFs: each plan in each template, and the booklet. */
let pdfNames: readonly string[];

beforeAll(async () => {
  site = await copyOfSite('fixture');
  const templates = await readTemplates(join(site.root, 'templates'));
  const slugs = ['big', 'second', '客服-周计划'];
  pdfNames = ['booklet.pdf', ...slugs.flatMap((slug) => templates.map(({ name }) => `${slug}.${name}.pdf`))].sort();
  firstBuild = site.build;
});

afterAll(async () => {
  await site.remove();
});

async function pdfDigests(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.pdf')).sort();
  const digests = names.map(async (name) => {
    const bytes = await readFile(join(folder, name));
    return [name, createHash('sha256').update(bytes).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(digests));
}

describe('a built site', () => {
  test('builds every PDF and proves it', async () => {
    expect(firstBuild.output).toContain(`生成 ${pdfNames.length}，复用 0，失败 0`);
    expect(firstBuild.code).toBe(0);
    const proof = z
      .record(z.string(), z.object({ result: z.literal('proven'), rowsCompared: z.number().positive() }).loose())
      .parse(JSON.parse(await readFile(join(site.dist, 'pdf/proof.json'), 'utf8')));
    expect(Object.keys(proof).sort()).toEqual(pdfNames);
    expect(pdfNames).toContain('second.meeting.pdf');
  });

  test('makes a file name with Chinese characters and a space URL-safe', async () => {
    expect(await readdir(join(site.dist, 'plans'))).toContain('客服-周计划');
  });

  test('what is compared of a plan counts the characters of its prose', async () => {
    const file = z.object({ characters: z.number() });
    for (const slug of ['second', 'big'])
      expect(
        file.parse(JSON.parse(await readFile(join(site.dist, `plans/${slug}/compare.json`), 'utf8'))).characters,
      ).toBeGreaterThan(50);
  });

  test('a table of 300 rows keeps all rows, and its head on every page', async () => {
    const pdf = await getDocument({ data: new Uint8Array(await readFile(join(site.dist, 'pdf/big.meeting.pdf'))) })
      .promise;
    const seen = new Set<number>();
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      // The space that text-autospace sets between scripts reads back as a blank.
      const text = items.map((item) => ('str' in item ? item.str.replace(/\s/g, '') : '')).join('');
      const rows = [...text.matchAll(/第(\d+)行/g)].map(([, row]) => Number(row));
      for (const row of rows) seen.add(row);
      if (rows.length > 0) expect(text).toContain('列1列2列3');
    }
    expect(seen.size).toBe(300);
  });

  test('PDF pages are A4, tagged, in Chinese, with the outline of the headings', async () => {
    const pdf = await getDocument({ data: new Uint8Array(await readFile(join(site.dist, 'pdf/second.meeting.pdf'))) })
      .promise;
    const [, , width = 0, height = 0] = (await pdf.getPage(1)).view;
    expect([width, height].map((points) => Math.round((points / 72) * 25.4))).toEqual([210, 297]);
    expect(
      z
        .map(z.string(), z.boolean())
        .parse(await pdf.getMarkInfo())
        .get('Marked'),
    ).toBe(true);
    const outline = z
      .array(z.object({ items: z.array(z.object({ title: z.string() })) }))
      .parse(await pdf.getOutline());
    expect(outline[0]?.items.map(({ title }) => title)).toEqual([
      '一、目标',
      '二、措施',
      '三、进度',
      '四、风险',
      '五、检查',
    ]);
  });

  test('an unchanged second build makes no PDF again; an edited plan makes only its own and the booklet', async () => {
    const before = await pdfDigests(join(site.dist, 'pdf'));
    expect((await site.run('build')).output).toContain(`生成 0，复用 ${pdfNames.length}，失败 0`);
    expect(await pdfDigests(join(site.dist, 'pdf'))).toEqual(before);

    const plan = join(site.root, 'content/plans/second.mdx');
    await writeFile(plan, (await readFile(plan, 'utf8')).replace('做法见', '具体的做法见'));
    const { output } = await site.run('build');
    const after = await pdfDigests(join(site.dist, 'pdf'));
    // One page shows nothing of the measures.
    const changed = pdfNames.filter((name) => /^(?:second|booklet)\./.test(name) && name !== 'second.one-page.pdf');
    expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual(changed);
    expect(output).toContain(`生成 ${changed.length}，复用 ${pdfNames.length - changed.length}，失败 0`);
  });

  test('a plan with errors stops the build, names every place, and leaves what was published', async () => {
    const before = await pdfDigests(join(site.dist, 'pdf'));
    const broken = join(site.root, 'content/plans/broken.mdx');
    await writeFile(
      broken,
      (await readFile(join(site.root, 'content/plans/big.mdx'), 'utf8'))
        .replace('titel', '')
        .replace('title:', 'titel:')
        .replace('【上期办结率】，', '【上期结办率】，'),
    );
    const { code, output } = await site.run('build');
    expect(code).toBe(1);
    expect(output).toContain('content/plans/broken.mdx:2:1');
    expect(output).toContain('是否要写 title');
    expect(output).toContain('是否要写【上期办结率】');
    expect(await pdfDigests(join(site.dist, 'pdf'))).toEqual(before);
  });
});

describe('pages in the browser', () => {
  let browser: Browser;
  let page: Page;
  let origin: string;
  const closing: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    browser = await openAnyBrowser();
    const server = await serve({ root: site.dist });
    origin = server.origin;
    page = await browser.newPage();
    closing.push(
      () => browser.close(),
      () => server.close(),
    );
  });

  afterAll(async () => {
    for (const close of closing) await close();
  });

  test('the shelf leads to each plan', async () => {
    await page.goto(origin);
    await page.getByRole('link', { name: '客服班组周计划' }).first().click();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toContain('客服班组周计划');
    const answer = await page.request.get(new URL(await hrefOf(page, 'PDF'), page.url()).href);
    expect(answer.status()).toBe(200);
    expect(answer.headers()['content-type']).toBe('application/pdf');
  });

  test('a blank shows its label, and its hint on keyboard focus', async () => {
    await page.goto(`${origin}/plans/second/`);
    const blank = page.locator('article a[data-field="上期办结率"]').first();
    expect(await blank.textContent()).toContain('上期办结率');
    expect(await blank.getAttribute('data-hint')).toContain('取上期投诉台账');
    const hintDisplay = () => blank.evaluate((element) => getComputedStyle(element, '::after').display);
    expect(await hintDisplay()).toBe('none');
    // Focus by keyboard: a click would not show it.
    for (let i = 0; i < 60 && (await hintDisplay()) === 'none'; i++) await page.keyboard.press('Tab');
    expect(await hintDisplay()).toBe('block');
  });

  test('the print document shows pages by itself', async () => {
    await page.goto(`${origin}/print/second/meeting/`);
    await expect.poll(() => page.locator('.pagedjs_page').count(), { timeout: 20_000 }).toBeGreaterThan(1);
  });
});

async function hrefOf(page: Page, name: string): Promise<string> {
  return (await page.getByRole('link', { name }).first().getAttribute('href')) ?? '';
}
