/** A built site with one small plan, and what every test of its fill page does there. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { serve } from '../../src/press/serve.ts';
import { type FixtureSite, makeFixtureSite } from './fixture-site.ts';
import { sharedSite, smallContent } from './shared-sites.ts';

/** A project that holds the plan `second` alone, for tests that change it. */
export async function makeSmallSite(): Promise<FixtureSite> {
  return makeFixtureSite(await smallContent());
}

/** A built site with that plan, served. */
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
  await expect.poll(() => on.locator('#saving').innerText()).toContain('已存在这个浏览器');
}
