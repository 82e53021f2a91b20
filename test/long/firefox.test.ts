/** Every print document of the shelf in Firefox. */
import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type SiteServer } from '../../src/press/serve.ts';
import { type FixtureSite, makeFixtureSite } from '../e2e/fixture-site.ts';
import { openAnyBrowser } from '../e2e/browser.ts';
import { findFirefox, openFirefox } from '../fixtures/print/firefox.ts';

const firefox = findFirefox();

interface Paper {
  readonly name: string;
  readonly html: string;
}

/** Text of the pages without repeated heads and white space. */
function textOfPages(): string {
  return [...document.querySelectorAll('.pagedjs_page_content')]
    .map((area) => {
      const copy = area.cloneNode(true) as Element;
      for (const head of copy.querySelectorAll('[data-repeated-head]')) head.remove();
      return copy.textContent;
    })
    .join('')
    .replace(/\s+/gu, '');
}

async function papersOf(dist: string): Promise<readonly Paper[]> {
  const names = (await readdir(join(dist, 'print'), { recursive: true })).filter((name) => name.endsWith('index.html'));
  const papers = names.sort().map(async (name) => ({
    name: name.replace(/\/?index\.html$/, ''),
    html: await readFile(join(dist, 'print', name), 'utf8'),
  }));
  // The booklet's document holds no papers before somebody binds some.
  return (await Promise.all(papers)).filter(({ name }) => name.includes('/'));
}

describe.skipIf(firefox === undefined)('the shelf in Firefox', () => {
  let site: FixtureSite;
  let server: SiteServer;
  let browser: Browser;
  let papers: readonly Paper[];

  beforeAll(async () => {
    site = await makeFixtureSite(resolve(import.meta.dirname, '../../content'));
    const built = await site.run('build', [], { PLANSHELF_PDF: 'off', PLANSHELF_FILES: 'off' });
    expect(built.code, built.output).toBe(0);
    server = await serve({ root: site.dist });
    browser = await openFirefox(firefox ?? '');
    papers = await papersOf(site.dist);
  }, 300_000);

  afterAll(async () => {
    await Promise.all([browser.close(), server.close()]);
    await site.remove();
  });

  test('every print document is laid out with the text that it has in Chromium', async () => {
    expect(papers.length).toBeGreaterThan(60);
    const [inFirefox, chromium] = [await browser.newPage(), await openAnyBrowser()];
    const inChromium = await chromium.newPage();
    const stage = `${server.url}print/${papers[0]?.name ?? ''}/#stage`;
    await Promise.all([inFirefox.goto(stage), inChromium.goto(stage)]);
    for (const page of [inFirefox, inChromium] as const)
      await page.evaluate(() => window.planshelf?.ready.then(() => true));
    const wrong: string[] = [];
    for (const { name, html } of papers) {
      const address = `${server.url}print/${name}/`;
      await inChromium.evaluate(([text, at]) => window.planshelf?.paginate(text, at), [html, address] as const);
      const expected = await inChromium.evaluate(textOfPages);
      try {
        await inFirefox.evaluate((text, at) => window.planshelf?.paginate(text, at), html, address);
        if ((await inFirefox.evaluate(textOfPages)) !== expected) wrong.push(`${name}: another text`);
      } catch (error) {
        wrong.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    await chromium.close();
    expect(wrong).toEqual([]);
  }, 300_000);
});
