/** Prints the documents of a built site: from `dist/print/` to `pdf/`. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Layout } from '../../html/layout.ts';
import type { PrintTemplate } from '../../model/template/print-template.ts';
import { bookletFile, shelfBookletJob } from './booklet-of-shelf.ts';
import {
  type ChosenOptions,
  documentWithOptions,
  optionsSuffix,
  withOptions,
} from '../../model/template/template-options.ts';
import { withLocalFonts } from '../local-fonts.ts';
import type { PressResult, PrintJob } from '../press-job.ts';
import { press } from '../press.ts';
import type { ProgressReporter } from '../progress.ts';
import { prove } from '../../proof/prove.ts';
import { normalizeBase } from '../serve.ts';
import { isInShard, type Shard } from '../shard.ts';

/** Which of a site's print documents to print; everything where nothing is said. */
interface Selection {
  readonly slugs?: readonly string[];
  readonly template?: string;
  /** Options of that template. */
  readonly options?: ChosenOptions;
  readonly shard?: Shard;
}

export interface SitePrint {
  /** Folder of the built site. */
  readonly site: string;
  /** Base path that the site was built for. */
  readonly base: string;
  /** Folder that the PDFs are put into. */
  readonly out: string;
  /** Folder that the pictures of the pages go to, one folder for each plan; where there is none, none are made. */
  readonly picturesOut?: string;
  /** Folder of the templates' descriptions. */
  readonly templatesFolder: string;
  /** Folder of what is kept between runs: finished PDFs and the unpacked browser. */
  readonly cacheFolder: string;
  readonly selection?: Selection;
  /** Also print the booklet of the whole shelf, where there is a template for it. */
  readonly booklet?: boolean;
  readonly force?: boolean;
  /**
   * Use the faces of this machine where a template has a style sheet for them. Such PDFs are not kept for the next run:
   * which fonts are installed is no input that a key could hold.
   */
  readonly localFonts?: boolean;
  readonly signal: AbortSignal;
  readonly progress: (jobs: number) => ProgressReporter;
}

/** Prints and proves the selected documents. Resolves also where some failed; the results say which. */
export async function printSite(order: SitePrint): Promise<readonly PressResult[]> {
  const jobs = [...(await jobsOfSite(order)), ...(order.booklet === true ? await bookletsOfSite(order) : [])];
  const localFonts = order.localFonts ?? false;
  const progress = order.progress(jobs.length);
  try {
    return await press(localFonts ? jobs.map((job) => ({ ...job, html: withLocalFonts(job.html) })) : jobs, {
      root: order.site,
      base: order.base,
      cacheFolder: order.cacheFolder,
      force: order.force ?? false,
      keep: !localFonts,
      systemFonts: localFonts,
      signal: order.signal,
      prove: (pdf, job, fitted) => prove(pdf, job.html, job.template, fitted),
      onResult: progress.result,
    });
  } finally {
    progress.end();
  }
}

/** One job for each print document that is selected, in the order of slugs, then templates. */
export async function jobsOfSite(
  order: Pick<SitePrint, 'site' | 'base' | 'out' | 'picturesOut' | 'templatesFolder' | 'selection'>,
): Promise<PrintJob[]> {
  const { site, base, out, picturesOut, templatesFolder, selection = {} } = order;
  const templates = new Map((await readTemplates(templatesFolder)).map((template) => [template.name, template]));
  const jobs: PrintJob[] = [];
  for (const slug of await foldersIn(join(site, 'print'))) {
    if (selection.slugs !== undefined && !selection.slugs.includes(slug)) continue;
    for (const name of await foldersIn(join(site, 'print', slug))) {
      const template = templates.get(name);
      if (template === undefined || (selection.template ?? name) !== name) continue;
      const chosen = selection.options ?? {};
      const file = `${slug}.${name}${optionsSuffix(template.options ?? [], chosen)}.pdf`;
      if (selection.shard !== undefined && !isInShard(file, selection.shard)) continue;
      const published = await readFile(join(site, 'print', slug, name, 'index.html'), 'utf8');
      const html = documentWithOptions(published, template, chosen);
      const sourceUrl = `${normalizeBase(base)}print/${encodeURIComponent(slug)}/${name}/`;
      const pictures = picturesOut === undefined ? {} : { picturesOut: join(picturesOut, slug) };
      jobs.push({ slug, template: withOptions(template, chosen), html, sourceUrl, out: join(out, file), ...pictures });
    }
  }
  return jobs;
}

/** The booklet of the whole shelf: none where no template sets booklets. */
async function bookletsOfSite(order: SitePrint): Promise<PrintJob[]> {
  const [template] = await readTemplates(order.templatesFolder, 'booklet');
  const shard = order.selection?.shard;
  if (shard !== undefined && !isInShard(bookletFile, shard)) return [];
  return template === undefined ? [] : await shelfBookletJob({ ...order, template });
}

/** What the folders under `templates/` say of themselves, by name: those that set one plan, or those of another kind. */
export async function readTemplates(
  folder: string,
  kind: NonNullable<PrintTemplate['kind']> = 'plan',
): Promise<PrintTemplate[]> {
  const templates: PrintTemplate[] = [];
  for (const name of await foldersIn(folder)) {
    const description = (await import(pathToFileURL(join(folder, name, 'template.ts')).href)) as {
      template: PrintTemplate;
    };
    if ((description.template.kind ?? 'plan') === kind) templates.push(description.template);
  }
  return templates;
}

/** How a template sets a document. */
export async function readLayout(folder: string, name: string): Promise<Layout> {
  const { layout } = (await import(pathToFileURL(join(folder, name, 'layout.ts')).href)) as { layout: Layout };
  return layout;
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
