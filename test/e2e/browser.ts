import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { browserChoices } from '../../src/press/browser/browser-choice.ts';
import { openFirstBrowser } from '../../src/press/browser/browser.ts';

/** The browser that the press would take on this machine. */
export async function openAnyBrowser(): Promise<Browser> {
  const folder = resolve(import.meta.dirname, '../../.cache/press/browser');
  const { opened } = await openFirstBrowser(await browserChoices(), folder);
  return opened.browser;
}
