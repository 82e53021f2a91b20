/** The booklet of the whole shelf, `/pdf/booklet.pdf`: bound from the print documents of the built site. */
import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { fromHtml } from 'hast-util-from-html';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Booklet, type BookletItem, booklet, boundInto } from '../../components/booklet/booklet.ts';
import { sheetsOf } from '../../components/booklet/booklet-sheets.ts';
import { bookletStrings as words } from '../../components/booklet/booklet-strings.zh.ts';
import { titleOf } from '../../html/print-article.ts';
import type { PrintTemplate } from '../../model/template/print-template.ts';
import { readPrintSource, publishedFullTextTemplate } from './print-source.ts';
import type { PrintJob } from '../press-job.ts';
import { normalizeBase } from '../serve.ts';

/** Name of the PDF. */
export const bookletFile = 'booklet.pdf';

/** The template that papers of a booklet are set in where no other is chosen, if there is one of that name. */
export const paperTemplate = 'meeting';

interface ShelfOrder {
  /** Folder of the built site. */
  readonly site: string;
  readonly base: string;
  /** Folder that the PDF is put into. */
  readonly out: string;
  /** Of kind `booklet`. */
  readonly template: PrintTemplate;
}

/** One job; none where no plan is on the shelf. */
export async function shelfBookletJob({ site, base, out, template }: ShelfOrder): Promise<PrintJob[]> {
  const items = await shelfItems(site);
  if (items.length === 0) return [];
  const { title } = words.shelf;
  const newest = items.reduce((day, { updated }) => (updated > day ? updated : day), '');
  const cover = { title, unit: words.shelf.count(items.length), date: words.shelf.date(newest), mark: '' };
  const bound = booklet(items, cover, { duplex: false });
  return [bookletJob(bound, { template, shell: await readBookletShell(site), base, out: join(out, bookletFile) })];
}

/** The print document that booklets are bound into, from a built site. */
export async function readBookletShell(site: string): Promise<Root> {
  return fromHtml(await readFile(join(site, 'print/booklet/index.html'), 'utf8'));
}

/** @param press.out path of the finished PDF */
export function bookletJob(
  bound: Booklet,
  press: { readonly template: PrintTemplate; readonly shell: Root; readonly base: string; readonly out: string },
): PrintJob {
  return {
    slug: 'booklet',
    template: press.template,
    html: toHtml(boundInto(press.shell, bound)),
    sourceUrl: `${normalizeBase(press.base)}print/booklet/`,
    out: press.out,
  };
}

/** What the shelf's list of plans says that is needed here. */
const shelfSchema = z.object({
  industries: z.record(z.string(), z.string()),
  plans: z.array(z.object({ slug: z.string(), title: z.string(), industry: z.string(), updated: z.string() })),
});

/** All plans by industry, within it as the shelf recommends them. */
async function shelfItems(site: string): Promise<BookletItem[]> {
  const { industries, plans } = shelfSchema.parse(JSON.parse(await readFile(join(site, 'plans.json'), 'utf8')));
  const order = Object.keys(industries);
  const sorted = plans.toSorted((a, b) => order.indexOf(a.industry) - order.indexOf(b.industry));
  return Promise.all(
    sorted.map(async ({ slug, updated }) => {
      const { document, article } = await readPrintSource(site, slug, await publishedFullTextTemplate(site, slug));
      return { title: titleOf(document), updated, article, sheets: sheetsOf(document) };
    }),
  );
}
