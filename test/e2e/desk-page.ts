/** A built site with one small plan, and what every test of its fill page does there. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { serve } from '../../src/press/serve.ts';
import { type FixtureSite, makeFixtureSite } from './fixture-site.ts';

const fixtureContent = resolve(import.meta.dirname, '../fixtures/site/content');

/** A project that holds the plan `second` alone. */
export async function makeSmallSite(): Promise<FixtureSite> {
  const content = await mkdtemp(join(tmpdir(), 'planshelf-content-'));
  await cp(join(fixtureContent, 'plans/second.mdx'), join(content, 'plans/second.mdx'));
  await cp(join(fixtureContent, 'industries.yaml'), join(content, 'industries.yaml'));
  const site = await makeFixtureSite(content);
  await rm(content, { recursive: true });
  return site;
}

/** The same, built without PDFs and served. */
export interface DeskSite {
  readonly site: FixtureSite;
  readonly origin: string;
  close(): Promise<void>;
}

export async function openDeskSite(): Promise<DeskSite> {
  const site = await makeSmallSite();
  const built = await site.run('build', [], { PLANSHELF_PDF: 'off' });
  expect(built.code, built.output).toBe(0);
  const server = await serve({ root: site.dist });
  const close = async (): Promise<void> => {
    await server.close();
    await site.remove();
  };
  return { site, origin: server.origin, close };
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
