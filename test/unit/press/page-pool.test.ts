import type { EventEmitter } from 'node:events';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as documents from '../../fixtures/print/documents.ts';
import { browserStore, type PressRun, setUpPress } from '../../fixtures/print/press-run.ts';
import { ownBrowsers } from '../../fixtures/print/processes.ts';
import { openFirstBrowser, type PressBrowser } from '../../../src/press/browser/browser.ts';
import { browserChoices } from '../../../src/press/browser/browser-choice.ts';
import { serve, type SiteServer } from '../../../src/press/serve.ts';
import { createPagePool } from '../../../src/press/browser/page-pool.ts';
import { PageLostError, PaginationError, type PrintedDocument } from '../../../src/press/browser/warm-page.ts';

let site: PressRun;
let server: SiteServer;
let browser: PressBrowser;
/** Browsers that are none of a single test. */
let before: ReadonlySet<number>;
/** The document with a picture, printed without a mishap. */
let undisturbed: PrintedDocument;

beforeAll(async () => {
  site = await setUpPress([documents.wide]);
  server = await serve({ root: site.dist });
  browser = (await openFirstBrowser(await browserChoices(), browserStore)).opened;
  before = new Set(ownBrowsers().map(({ pid }) => pid));
  const { printed, error } = await printUnder('none', 'printing', 0);
  if (printed === undefined) throw error;
  undisturbed = printed;
});

afterAll(async () => {
  await Promise.all([browser.close(), server.close()]);
  await site.remove();
});

test('a page sets as many documents as it may, then another takes its place', async () => {
  const address = `${server.url}print/${documents.wide.slug}/meeting/`;
  const html = site.jobs[0]?.html ?? '';
  const watchers = () => (browser.browser as unknown as EventEmitter).listenerCount('disconnected');
  const before = watchers();
  const pool = createPagePool({ open: () => Promise.resolve(browser), address, documentsOfPage: 2 });
  const page = pool.page();
  const open: { readonly pages: number; readonly first: unknown }[] = [];
  for (let number = 0; number < 5; number += 1) {
    expect((await page.print({ html, address })).pages).toBeGreaterThan(0);
    open.push({ pages: browser.browser.contexts().length, first: browser.browser.contexts()[0] });
  }
  expect(open.map(({ pages }) => pages)).toEqual([1, 1, 1, 1, 1]);
  expect(new Set(open.map(({ first }) => first)).size).toBe(3);
  expect(open[0]?.first).toBe(open[1]?.first);
  // Nor does a page that has gone leave anything with the browser.
  expect(watchers()).toBe(before);
});

/** A picture of one dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** When a page fails: while it is opened, or while it sets a document. */
const moments = { opening: '**/print-document*.js', printing: '**/dot.png' } as const;

/** How a page fails. */
const mishaps: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'is loaded anew': (page) => page.reload(),
  'goes elsewhere': (page) => page.goto('about:blank'),
  crashes: async (page) => (await page.context().newCDPSession(page)).send('Page.crash'),
  'is closed': (page) => page.close(),
  'loses its browser': async (page) => {
    const [{ pid } = { pid: 0 }] = ownBrowsers().filter((one) => !before.has(one.pid));
    process.kill(pid, 'SIGKILL');
    await new Promise((gone) => page.once('close', gone));
  },
};

const withDot = (html = '') => html.replace('</main>', '<p><img src="/dot.png" alt=""></p></main>');

/** The browser of all tests; a pool closes no more of it than its pages. */
const staying: PressBrowser = {
  get browser() {
    return browser.browser;
  },
  get choice() {
    return browser.choice;
  },
  name: 'shared',
  close: async () => {
    await Promise.all(browser.browser.contexts().map((context) => context.close()));
  },
};
const openAnother = async () => (await openFirstBrowser(await browserChoices(), browserStore)).opened;

/** Prints a document with a picture; something befalls the page as often as is said, at the moment when it asks for a file. */
async function printUnder(mishap: string, moment: keyof typeof moments, times: number) {
  const address = `${server.url}print/${documents.wide.slug}/meeting/`;
  const html = withDot(site.jobs[0]?.html);
  let pages = 0;
  let befallen = 0;
  const befall = async (page: Page): Promise<void> => {
    if (befallen === times) return;
    befallen += 1;
    await mishaps[mishap]?.(page).catch(() => undefined); // it may take its own messenger with it
  };
  const pool = createPagePool({
    open: mishap === 'loses its browser' ? openAnother : () => Promise.resolve(staying),
    address,
    prepare: async (context) => {
      pages += 1;
      await context.route('**/dot.png', (route) => route.fulfill({ contentType: 'image/png', body: dot }));
      await context.route(moments[moment], async (route) => {
        await befall(route.request().frame().page());
        await route.fallback().catch(() => undefined); // no longer awaited
      });
    },
  });
  try {
    const printed = await pool.page().print({ html, address });
    return { printed, pages, befallen };
  } catch (error) {
    return { error, pages, befallen };
  } finally {
    await pool.close();
  }
}

const everyMishap = Object.keys(mishaps).filter((name) => name !== 'loses its browser' || process.platform === 'linux');
const everyMoment = Object.keys(moments) as (keyof typeof moments)[];

describe.each(everyMoment)('a page that is lost while %s', (moment) => {
  test.each(everyMishap)('because it %s: another takes its place, and the PDF is the same', async (mishap) => {
    const { printed, error, pages, befallen } = await printUnder(mishap, moment, 1);
    expect(error).toBeUndefined();
    expect(befallen).toBe(1);
    expect(pages).toBe(2);
    expect(printed?.pages).toBe(undisturbed.pages);
    expect(printed?.pdf.length).toBe(undisturbed.pdf.length);
  });
});

test.each([
  ['is loaded anew', 'opening'],
  ['crashes', 'printing'],
] as const)('a page that %s each time while %s is given up', async (mishap, moment) => {
  const { error, pages } = await printUnder(mishap, moment, Infinity);
  expect(error).toBeInstanceOf(PageLostError);
  expect(pages).toBeLessThan(6);
});

test.each([
  ['once', 1, 2],
  ['each time', Infinity, 3],
])('a file of the site that is not answered for %s', async (_, times, expected) => {
  const address = `${server.url}print/${documents.wide.slug}/meeting/`;
  let pages = 0;
  let asked = 0;
  const prepare = async (context: BrowserContext): Promise<void> => {
    pages += 1;
    await context.route('**/dot.png', (route) => {
      asked += 1;
      return asked > times ? route.fulfill({ contentType: 'image/png', body: dot }) : route.abort('connectionreset');
    });
  };
  const pool = createPagePool({ open: () => Promise.resolve(staying), address, prepare });
  const printing = pool.page().print({ html: withDot(site.jobs[0]?.html), address });
  if (times === 1) expect((await printing).pages).toBe(undisturbed.pages);
  else await expect(printing).rejects.toThrow(PaginationError);
  expect(pages).toBe(expected);
  await pool.close();
});

test('what is wrong with a document is not tried again, and keeps no page from the next', async () => {
  const address = `${server.url}print/${documents.wide.slug}/meeting/`;
  let pages = 0;
  const prepare = () => Promise.resolve(void (pages += 1));
  const pool = createPagePool({ open: () => Promise.resolve(browser), address, prepare });
  const page = pool.page();
  const html = site.jobs[0]?.html ?? '';
  const high = '<span style="display: inline-block; padding-top: 400mm">太高</span></main>';
  await expect(page.print({ html: html.replace('</main>', high), address })).rejects.toThrow(PaginationError);
  expect(pages).toBe(1);
  await expect(page.print({ html: withDot(html), address })).rejects.toThrow(/读取失败（404）：.*\/dot\.png/);
  expect(pages).toBe(2);
  expect((await page.print({ html, address })).pages).toBeGreaterThan(0);
  expect(pages).toBe(3);
});
