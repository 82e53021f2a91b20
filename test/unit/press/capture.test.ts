import sharp from 'sharp';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserChoices } from '../../../src/press/browser/browser-choice.ts';
import { openFirstBrowser } from '../../../src/press/browser/browser.ts';
import { capturePages } from '../../../src/press/browser/capture.ts';
import { browserStore } from '../../fixtures/print/press-run.ts';

let browser: Browser;
beforeAll(async () => {
  browser = (await openFirstBrowser(await browserChoices(), browserStore)).opened.browser;
});
afterAll(() => browser.close());

/** Greys of the pages, and of the foot of every page. */
const greys = [255, 200, 150, 100, 50];
const boxes = greys.map(
  (grey) => `<div class="pagedjs_page" style="background: rgb(${grey} ${grey} ${grey})"><b></b></div>`,
);
const html = `<!doctype html><style>
  body { margin: 0 }
  .pagedjs_page { position: relative; width: 794px; height: 1122.5px }
  b { position: absolute; bottom: 0; width: 100%; height: 300px; background: #000 }
</style><div class="pagedjs_pages">${boxes.join('')}</div>`;

/** Greys of a picture below its head and above its foot. */
async function ends(shot: Uint8Array): Promise<readonly (number | undefined)[]> {
  const { data, info } = await sharp(shot).greyscale().raw().toBuffer({ resolveWithObject: true });
  return [20, info.height - 20].map((row) => data[(row * info.width + 200) * info.channels]);
}

// After a scroll Chromium draws what it has painted by then: on a busy machine pictures lacked the lower part of their page.
test('each picture is of its own page, whole, and nothing is scrolled for it', async () => {
  const page = await browser.newPage();
  await page.setContent(html);
  await page.evaluate(() => {
    document.addEventListener('scroll', () => (document.title = 'scrolled'));
  });
  const shots = await capturePages(page, await page.context().newCDPSession(page), Infinity);
  expect(await Promise.all(shots.map(ends))).toEqual(greys.map((grey) => [grey, 0]));
  expect(await page.title()).toBe('');
  expect(await page.evaluate(() => document.querySelector('.pagedjs_page')?.getBoundingClientRect().top)).toBe(0);
  expect(await capturePages(page, await page.context().newCDPSession(page), 2)).toHaveLength(2);
  await page.close();
});
