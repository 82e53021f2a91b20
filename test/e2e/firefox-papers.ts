/** Print documents of a built site, paginated in Firefox and in Chromium. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { serve } from '../../src/press/serve.ts';
import { openFirefox } from '../fixtures/print/firefox.ts';
import { openAnyBrowser } from './browser.ts';

/** Print documents of single plans, `slug/template`. */
export async function papersOf(dist: string): Promise<readonly string[]> {
  const names = await readdir(join(dist, 'print'), { recursive: true });
  return names
    .map((name) => /^([^/\\]+)[/\\]([^/\\]+)[/\\]index\.html$/.exec(name))
    .flatMap((match) => (match ? [`${match[1] ?? ''}/${match[2] ?? ''}`] : []))
    .sort();
}

/** Text of the pages, then that of the notes at their feet, without repeated heads and white space. */
function textOfPages(): string {
  const [areas, notes] = ['.pagedjs_page_content', '[data-page-notes]'].map((name) => document.querySelectorAll(name));
  const texts = [...(areas ?? []), ...(notes ?? [])].map((area) => {
    const copy = area.cloneNode(true) as Element;
    for (const head of copy.querySelectorAll('[data-repeated-head]')) head.remove();
    return copy.textContent;
  });
  return texts.join('').replace(/\s+/gu, '');
}

/** What goes wrong in Firefox with any of the papers: an error, or a text that is not Chromium's. */
export async function wrongInFirefox(
  firefox: string,
  dist: string,
  papers: readonly string[],
): Promise<readonly string[]> {
  const server = await serve({ root: dist });
  const browser = await openFirefox(firefox);
  const chromium = await openAnyBrowser();
  try {
    const inFirefox = await browser.newPage();
    const inChromium = await chromium.newPage();
    const stage = `${server.url}print/${papers[0] ?? ''}/#stage`;
    await Promise.all([inFirefox.goto(stage), inChromium.goto(stage)]);
    await inFirefox.evaluate(() => window.planshelf?.ready.then(() => true));
    await inChromium.evaluate(() => window.planshelf?.ready.then(() => true));
    const wrong: string[] = [];
    for (const paper of papers) {
      const html = await readFile(join(dist, 'print', paper, 'index.html'), 'utf8');
      const address = `${server.url}print/${paper}/`;
      await inChromium.evaluate(([text, at]) => window.planshelf?.paginate(text, at), [html, address] as const);
      try {
        await inFirefox.evaluate((text, at) => window.planshelf?.paginate(text, at), html, address);
        const [found, expected] = [await inFirefox.evaluate(textOfPages), await inChromium.evaluate(textOfPages)];
        if (found === '' || found !== expected) wrong.push(`${paper}: another text`);
      } catch (error) {
        wrong.push(`${paper}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    return wrong;
  } finally {
    await Promise.all([browser.close(), chromium.close(), server.close()]);
  }
}
