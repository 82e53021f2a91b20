/** A built site with one small plan, and what every test of its fill page does there. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { serve } from '../../src/press/serve.ts';
import type { FixtureSite } from './fixture-site.ts';
import { sharedSite } from './shared-sites.ts';

/** A built site with the plan `second` alone, served. */
export interface DeskSite {
  readonly site: FixtureSite;
  readonly origin: string;
  close(): Promise<void>;
}

export async function openDeskSite(): Promise<DeskSite> {
  const site = await sharedSite('small');
  const server = await serve({ root: site.dist });
  return { site, origin: server.origin, close: () => server.close() };
}

/**
 * The tabs of a test file. The one that its tests share keeps the scripts and fonts that it has loaded and decoded, which
 * is most of what opening a page costs; nothing else of a test is there in the next one. A test that routes requests of a
 * whole window, has a script run before those of the page, or needs another width opens a window of its own.
 */
export class Tabs {
  readonly #browser: Browser;
  readonly #origin: string;
  readonly #options: BrowserContextOptions;
  #shared: Page | undefined;
  readonly #own: BrowserContext[] = [];

  constructor(browser: Browser, origin: string, options: BrowserContextOptions = {}) {
    this.#browser = browser;
    this.#origin = origin;
    this.#options = { locale: 'zh-CN', viewport: { width: 1400, height: 900 }, ...options };
  }

  /** The shared tab as if it were new: at a file of the site, with an empty storage. */
  async shared(): Promise<Page> {
    this.#shared ??= await this.#open();
    const page = this.#shared;
    page.removeAllListeners();
    await page.unrouteAll();
    for (const other of page.context().pages()) if (other !== page) await other.close();
    // In the same process, which `about:blank` would not be.
    await page.goto(`${this.#origin}/robots.txt`);
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    return page;
  }

  /** A tab in a window of its own, until the end of the test. */
  async own(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.#open(options);
    this.#own.push(page.context());
    return page;
  }

  async closeOwn(): Promise<void> {
    for (const context of this.#own.splice(0)) await context.close();
  }

  async #open(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({ ...this.#options, ...options });
    context.setDefaultTimeout(10_000);
    return context.newPage();
  }
}

/** Waits until the pages show the last change. */
export async function shown(on: Page): Promise<void> {
  await on.locator('#sheets[aria-busy=false][data-millis]').waitFor();
}

/** Text of the pages that are to be seen, without white space. */
export async function pagesText(on: Page): Promise<string> {
  await on.waitForTimeout(60); // the order for new pages is given with the key
  await shown(on);
  const body = on.frameLocator('iframe[data-state=front]').locator('.pagedjs_pages');
  return (await body.innerText()).replace(/\s/g, '');
}

/** Waits until the draft is in the browser's storage. */
export async function saved(on: Page): Promise<void> {
  await expect.poll(() => on.locator('#saving').innerText()).toContain('已保存到本浏览器');
}
