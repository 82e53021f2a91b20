/** A booklet of 200 pages: does its layout grow with its length alone? */
import { toHtml } from 'hast-util-to-html';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type BookletItem, booklet, boundInto } from '../../src/components/booklet/booklet.ts';
import { sheetsOf } from '../../src/components/booklet/booklet-sheets.ts';
import { paperTemplate, readBookletShell } from '../../src/press/site/booklet-of-shelf.ts';
import { readPrintSource } from '../../src/press/site/print-source.ts';
// The pages' own program, and what it adds to the window.
import type {} from '../../src/client/print-document.ts';
import { median } from './rounds.ts';

const pagesWanted = 200;

/** A document and the address that its relative addresses refer to. */
interface Document {
  readonly html: string;
  readonly address: string;
}

/**
 * Milliseconds of layout, without printing, of the shelf's plans bound into one document of at least 200 pages, and of the
 * same plans one by one on the same warm page. Medians of some rounds in turn.
 */
export async function bookletAgainstParts(
  browser: Browser,
  origin: string,
  site: string,
  rounds: number,
): Promise<string> {
  const page = await browser.newPage();
  await page.goto(`${origin}/print/booklet/#stage`);
  await page.evaluate(() => window.planshelf?.ready.then(() => true));
  const parts = await partsOf(page, origin, site);
  const items = parts.map(({ item }) => item);
  const bound = booklet(items, { title: '会议材料汇编', unit: '', date: '', mark: '' }, { duplex: false });
  const whole = {
    html: toHtml(boundInto(await readBookletShell(site), bound)),
    address: `${origin}/print/booklet/`,
  };
  const times = { whole: [] as number[], parts: [] as number[] };
  let pages = 0;
  for (let round = 0; round <= rounds; round += 1) {
    let sum = 0;
    for (const { document } of parts) sum += (await layOut(page, document)).millis;
    const layout = await layOut(page, whole);
    pages = layout.pages;
    if (round === 0) continue; // fonts and style sheets are read in it
    times.parts.push(sum);
    times.whole.push(layout.millis);
  }
  await page.close();
  const [one, all] = [median(times.whole), median(times.parts)];
  return `会议材料汇编：${items.length} 份，${pages} 页；排版 ${one.toFixed(0)} ms，各份单独排之和 ${all.toFixed(0)} ms，之比 ${(one / all).toFixed(2)}`;
}

/** The plans of the shelf in turn, until their own pages are enough; their dividers come on top. */
async function partsOf(page: Page, origin: string, site: string) {
  const slugs = (await readdir(join(site, 'print'), { withFileTypes: true }))
    .map(({ name }) => name)
    .filter((name) => name !== 'booklet')
    .sort();
  const parts: { readonly document: Document; readonly item: BookletItem }[] = [];
  for (let pages = 0; pages < pagesWanted;) {
    const slug = slugs[parts.length % slugs.length] ?? '';
    const { document, article } = await readPrintSource(site, slug, paperTemplate);
    const part = { html: toHtml(document), address: `${origin}/print/${encodeURIComponent(slug)}/${paperTemplate}/` };
    pages += (await layOut(page, part)).pages + 1;
    parts.push({ document: part, item: { title: slug, updated: '2026-01-01', article, sheets: sheetsOf(document) } });
  }
  return parts;
}

async function layOut(page: Page, { html, address }: Document): Promise<{ pages: number; millis: number }> {
  const done = await page.evaluate(([source, base]) => window.planshelf?.paginate(source, base), [
    html,
    address,
  ] as const);
  if (done === undefined) throw new Error(`${address} 没有载入分页脚本`);
  return done;
}
