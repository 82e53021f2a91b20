/** The ways that the press is measured against: what one would write in an afternoon. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { PrintJob } from '../../src/press/press-job.ts';

const moduleScript = /<script type="module"[^>]*><\/script>/;
const polyfill = '/paged.polyfill.js';
/** It would keep scripts within the page from running, which the plain way has. */
const policy = /<meta http-equiv="content-security-policy"[^>]*>/i;

/** Puts the unchanged Paged.js polyfill beside the documents of a built site. */
export async function addPolyfill(site: string, root: string): Promise<void> {
  await writeFile(join(site, polyfill), await readFile(join(root, 'node_modules/pagedjs/dist/paged.polyfill.js')));
}

/** A fresh page for each document, the Paged.js polyfill, `page.pdf()`. */
export async function printPlainly(browser: Browser, origin: string, jobs: readonly PrintJob[]): Promise<void> {
  for (const { html, sourceUrl } of jobs) {
    const page = await browser.newPage();
    const config = '<script>window.PagedConfig = { after: () => { window.paged = true } }</script>';
    const document = html.replace(policy, '').replace(moduleScript, `${config}<script src="${polyfill}"></script>`);
    await page.route(origin + sourceUrl, (route) => route.fulfill({ body: document, contentType: 'text/html' }));
    await page.goto(origin + sourceUrl);
    await page.waitForFunction('window.paged === true', undefined, { timeout: 600_000 });
    await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
    await page.close();
  }
}

/** A fresh page for each document and Chromium's own page breaking: no running heads, no page numbers, no proof. */
export async function printNatively(browser: Browser, origin: string, jobs: readonly PrintJob[]): Promise<void> {
  for (const { html, sourceUrl } of jobs) {
    const page = await browser.newPage();
    const document = html.replace(moduleScript, '');
    await page.route(origin + sourceUrl, (route) => route.fulfill({ body: document, contentType: 'text/html' }));
    await page.goto(origin + sourceUrl);
    await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
    await page.close();
  }
}
