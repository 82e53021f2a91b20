import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as documents from '../../fixtures/print/documents.ts';
import { findFirefox, openFirefox } from '../../fixtures/print/firefox.ts';
import { type PressRun, setUpPress } from '../../fixtures/print/press-run.ts';
import { serve, type SiteServer } from '../../../src/press/serve.ts';

const firefox = findFirefox();
const sample = [
  documents.plan('wuye', 3),
  documents.repetitive,
  documents.tall,
  documents.merged,
  documents.headings,
  documents.longWord,
];

/** What is seen of the pages: their text without repeated heads, and pages on which something lies outside. */
function look(): { readonly text: string; readonly clipped: readonly number[] } {
  document.documentElement.dataset['pages'] = '';
  const areas = [...document.querySelectorAll('.pagedjs_page_content')];
  const nodes = (area: Element) => {
    const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (walker.nextNode()) found.push(walker.currentNode as Text);
    return found.filter((node) => node.data.trim() !== '' && !node.parentElement?.closest('[data-repeated-head]'));
  };
  const clipped = areas.flatMap((area, index) => {
    const { right, bottom } = area.getBoundingClientRect();
    const isOut = (node: Text) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()].some((rect) => rect.left >= right || rect.bottom > bottom + 1);
    };
    return nodes(area).some(isOut) ? [index + 1] : [];
  });
  const text = areas.flatMap((area) => nodes(area).map(({ data }) => data)).join('');
  delete document.documentElement.dataset['pages'];
  return { text: text.replace(/\s+/gu, ''), clipped };
}

describe.skipIf(firefox === undefined)('in Firefox, which divides no table by itself', () => {
  let site: PressRun;
  let server: SiteServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    site = await setUpPress(sample);
    server = await serve({ root: site.dist });
    browser = await openFirefox(firefox ?? '');
    page = await browser.newPage();
    await page.goto(`${server.url}print/wuye/meeting/#stage`);
    await page.evaluate(() => window.planshelf?.ready.then(() => true));
  });

  afterAll(async () => {
    await Promise.all([browser.close(), server.close()]);
    await site.remove();
  });

  test.each(sample.map(({ slug }) => slug))('%s is laid out whole', async (slug) => {
    const html = site.jobs.find((job) => job.slug === slug)?.html ?? '';
    const address = `${server.url}print/${encodeURIComponent(slug)}/meeting/`;
    const pages = await page.evaluate((text, at) => window.planshelf?.paginate(text, at), html, address);
    const seen = await page.evaluate(look);
    const source = await page.evaluate(
      (text) => new DOMParser().parseFromString(text, 'text/html').body.textContent.replace(/\s+/gu, ''),
      html,
    );
    expect(pages?.pages).toBeGreaterThan(1);
    expect(seen.text === source).toBe(true);
    expect(seen.clipped).toEqual([]);
  });
});
