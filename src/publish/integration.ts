/**
 * Makes the pages of a plan one after the other, and beside them what is made of finished pages: the plan's files,
 * `/plans/<slug>/<slug>.docx` and its kin, and the search index.
 */
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wholeTextAmong } from '../press/print-source.ts';
import { type IndexWriter, openIndexWriter } from '../search/index-writer.ts';
import { type FileWriter, openFileWriter } from './file-writer.ts';
import { FinishedPages } from './finished-pages.ts';
import { pruneKeptFiles } from './kept-files.ts';
import { planByPlan, planPage, printed } from './plan-order.ts';
import { planPaths } from './read-plan.ts';
import type { FileCount, FileFolders, PlanSource } from './write-plan-files.ts';

const mostThreads = 8;
/** Where Astro notes which pages of a build the next one may take; it has read it when it asks for the paths. */
const pagesRecord = 'incremental-build.json';

/** `PLANSHELF_FILES=off` builds the site without the files. */
export function besidePages(): AstroIntegration {
  const off = process.env['PLANSHELF_FILES'] === 'off';
  let folders: FileFolders = { root: '', site: '', kept: '' };
  let site = new URL('file:///');
  let record: URL | undefined;
  let base = '/';
  let files: FileWriter | undefined;
  let index: IndexWriter | undefined;
  let pages: FinishedPages | undefined;
  let oneByOne = true;
  return {
    name: 'planshelf:beside',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.outDir;
        base = config.base;
        oneByOne = config.build.concurrency === 1;
        // A build that neither reads nor writes it leaves it to those that do.
        if (config.experimental.incrementalBuild) record = new URL(pagesRecord, config.cacheDir);
        folders = {
          root: fileURLToPath(config.root),
          site: fileURLToPath(site),
          kept: join(fileURLToPath(config.cacheDir), 'plans'),
        };
      },
      'astro:build:start': ({ setPrerenderer }) => {
        if (!off) files = openFileWriter(folders, Math.min(mostThreads, availableParallelism()));
        index = openIndexWriter(site);
        const start = async (pathnames: readonly string[]): Promise<void> => {
          // A build that is cut short must not leave word of pages that it has made anew meanwhile.
          if (record !== undefined) await rm(record, { force: true });
          const sources = planSources(pathnames, await planPaths(folders.root));
          pages = new FinishedPages(pathnames, handOn(site, sources, files, index), oneByOne);
          pages.watch((pathname) => isPage(folders.site, pathname));
        };
        setPrerenderer((own) => planAfterPlan(own, base, { start, asked: (pathname) => pages?.asked(pathname) }));
      },
      'astro:build:done': async ({ logger }) => {
        pages?.end();
        const started = performance.now();
        const [indexed, written] = await Promise.all([index?.finish(), files?.finish()]);
        const waited = ((performance.now() - started) / 1000).toFixed(1);
        logger.info(`${madeWords(indexed ?? 0, written ?? { files: 0, kept: 0 })}；页面做完之后又用了 ${waited} 秒`);
        await pruneKeptFiles(folders.kept);
      },
    },
  };
}

function madeWords(indexed: number, { files, kept }: FileCount): string {
  const unchanged = kept > 0 ? `，其中 ${kept} 个没有变，沿用上次的` : '';
  return `检索索引 ${indexed} 份计划，可下载的文件 ${files} 个${unchanged}`;
}

/** Hands on what is finished: to the files, the plan whose whole text is on disk; to the index, the page to read. */
function handOn(
  site: URL,
  sources: ReadonlyMap<string, PlanSource>,
  files: FileWriter | undefined,
  index: IndexWriter | undefined,
): (pathname: string) => void {
  return (pathname) => {
    const document = printed(pathname);
    const source = document && sources.get(document.slug);
    if (source !== undefined && source.template === document?.template) files?.add(source);
    const slug = planPage(pathname);
    if (slug !== undefined) index?.add(new URL(`plans/${encodeURIComponent(slug)}/index.html`, site));
  };
}

function isPage(site: string, pathname: string): boolean {
  const path = join(site, pathname);
  return [path, join(path, 'index.html')].some((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}

/** Astro's own way to make pages, plan by plan. */
function planAfterPlan(
  own: AstroPrerenderer,
  base: string,
  { start, asked }: { start: (pathnames: readonly string[]) => Promise<void>; asked: (pathname: string) => void },
): AstroPrerenderer {
  return {
    ...own,
    async getStaticPaths() {
      const paths = planByPlan(await own.getStaticPaths());
      await start(paths.map(({ pathname }) => pathname));
      return paths;
    },
    render(request, options) {
      asked(belowBase(request.url, base));
      return own.render(request, options);
    },
  };
}

function belowBase(address: string, base: string): string {
  const path = decodeURI(new URL(address).pathname);
  const folder = base.replace(/\/$/, '');
  return path.startsWith(`${folder}/`) ? path.slice(folder.length) : path;
}

/** By slug, where each plan's data and its whole text are read from. */
function planSources(
  pathnames: readonly string[],
  paths: ReadonlyMap<string, string>,
): ReadonlyMap<string, PlanSource> {
  const templates = new Map<string, string[]>();
  for (const { slug, template } of pathnames.flatMap((pathname) => printed(pathname) ?? []))
    templates.set(slug, [...(templates.get(slug) ?? []), template]);
  return new Map(
    [...templates].flatMap(([slug, names]) => {
      const path = paths.get(slug);
      return path === undefined ? [] : [[slug, { slug, path, template: wholeTextAmong(names) }]];
    }),
  );
}
