import type { EventEmitter } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as documents from '../../fixtures/print/documents.ts';
import { browserStore, type PressRun, setUpPress } from '../../fixtures/print/press-run.ts';
import { openFirstBrowser, type PressBrowser } from '../../../src/press/browser.ts';
import { browserChoices } from '../../../src/press/browser-choice.ts';
import { serve, type SiteServer } from '../../../src/press/serve.ts';
import { createStage } from '../../../src/press/stage.ts';

let site: PressRun;
let server: SiteServer;
let browser: PressBrowser;

beforeAll(async () => {
  site = await setUpPress([documents.wide]);
  server = await serve({ root: site.dist });
  browser = (await openFirstBrowser(await browserChoices(), browserStore)).opened;
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
  const stage = createStage({ open: () => Promise.resolve(browser), address, documentsOfPage: 2 });
  const seat = stage.seat();
  const open: { readonly pages: number; readonly first: unknown }[] = [];
  for (let number = 0; number < 5; number += 1) {
    expect((await seat.print({ html, address })).pages).toBeGreaterThan(0);
    open.push({ pages: browser.browser.contexts().length, first: browser.browser.contexts()[0] });
  }
  expect(open.map(({ pages }) => pages)).toEqual([1, 1, 1, 1, 1]);
  expect(new Set(open.map(({ first }) => first)).size).toBe(3);
  expect(open[0]?.first).toBe(open[1]?.first);
  // Nor does a page that has gone leave anything with the browser.
  expect(watchers()).toBe(before);
});
