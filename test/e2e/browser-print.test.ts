import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPdf } from '../../src/proof/pdf/read-pdf.ts';
import { openAnyBrowser } from './browser.ts';
import { type DeskSite, openDeskSite, shown } from './desk-page.ts';

let desk: DeskSite;
let browser: Browser;

beforeAll(async () => {
  desk = await openDeskSite();
  browser = await openAnyBrowser();
});

afterAll(async () => {
  await browser.close();
  await desk.close();
});

async function open(path: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(desk.origin + path);
  return page;
}

/** What the browser prints of a page by itself: size of the sheets in millimetres, and the text of each. */
async function printed(page: Page) {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const { pages } = await readPdf(pdf, { places: true });
  return pages.map(({ runs, width, height }) => ({
    text: runs
      .map(({ text }) => text)
      .join('')
      .replace(/\s/g, ''),
    size: [Math.round(width), Math.round(height)],
  }));
}

async function expectSheets(page: Page): Promise<void> {
  await shown(page);
  const frame = page.frameLocator('iframe[data-state=front]');
  const count = await frame.locator('.pagedjs_page').count();
  const sheets = await printed(page);
  expect(count).toBeGreaterThan(0);
  expect(sheets.map(({ size }) => size)).toEqual(Array.from({ length: count }, () => [210, 297]));
  for (const [index, { text }] of sheets.entries()) {
    const words = await frame.locator('.pagedjs_page_content').nth(index).innerText();
    expect(text).toContain(words.replace(/\s/g, '').slice(0, 12));
  }
}

test('the fill page prints its paper pages, one a sheet', async () => {
  const page = await open('/plans/second/fill/');
  await expectSheets(page);
  await page.close();
});

test('the booklet’s page prints its paper pages, one a sheet', async () => {
  const page = await open('/booklet/');
  await page.locator('#add select').selectOption('second');
  await page.locator('#add button').click();
  await expectSheets(page);
  await page.close();
});

test('a booklet without papers does not print blank', async () => {
  const page = await open('/booklet/');
  await page.waitForLoadState('networkidle');
  const sheets = await printed(page);
  expect(sheets.map(({ text }) => text).join('')).not.toBe('');
  await page.close();
});

test('the page of a plan prints whole tables within the sheet', async () => {
  const page = await open('/plans/second/');
  await page.emulateMedia({ media: 'print' });
  // The text width of A4 with the margins that browsers give it.
  await page.setViewportSize({ width: 718, height: 1000 });
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('table, pre, svg, img')]
      .filter((box) => box.getClientRects().length > 0)
      .filter((box) => box.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((box) => box.outerHTML.slice(0, 80)),
  );
  expect(wide).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(718);
  await page.close();
});
