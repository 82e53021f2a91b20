/**
 * Makes the pages of a plan one after the other, and beside them what is made of finished pages: the plan's files,
 * `/plans/<slug>/<slug>.docx` and its kin, and the search index.
 */
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wholeTextAmong } from '../press/print-source.ts';
import { type IndexWriter, openIndexWriter } from '../search/index-writer.ts';
import { type FileWriter, openFileWriter } from './file-writer.ts';
import { planByPlan, planPage, printed } from './plan-order.ts';
import { planPaths } from './read-plan.ts';
import type { FileFolders, PlanSource } from './write-plan-files.ts';

const mostThreads = 8;

/** `PLANSHELF_FILES=off` builds the site without the files. */
export function besidePages(): AstroIntegration {
  const off = process.env['PLANSHELF_FILES'] === 'off';
  let folders: FileFolders = { root: '', site: '', kept: '' };
  let site = new URL('file:///');
  let base = '/';
  let files: FileWriter | undefined;
  let index: IndexWriter | undefined;
  return {
    name: 'planshelf:publish',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.outDir;
        base = config.base;
        folders = {
          root: fileURLToPath(config.root),
          site: fileURLToPath(site),
          kept: join(fileURLToPath(config.cacheDir), 'plans'),
        };
      },
      'astro:build:start': ({ setPrerenderer }) => {
        if (!off) files = openFileWriter(folders, Math.min(mostThreads, availableParallelism() - 1));
        index = openIndexWriter(site);
        setPrerenderer((own) => planAfterPlan(own, folders.root, base, passedOn(site, files, index)));
      },
      'astro:build:done': async ({ logger }) => {
        const started = performance.now();
        const waited = (): string => `页面做完之后又用了 ${((performance.now() - started) / 1000).toFixed(1)} 秒`;
        if (index !== undefined) logger.info(`检索索引：${await index.finish()} 份计划；${waited()}`);
        if (files === undefined) return;
        const { files: count, kept } = await files.finish();
        const unchanged = kept > 0 ? `，其中 ${kept} 个没有变，沿用上次的` : '';
        logger.info(`可下载的文件 ${count} 个${unchanged}；${waited()}`);
      },
    },
  };
}

/** Who takes what is finished. */
interface Takers {
  /** A plan whose print document with its whole text is on disk. */
  readonly document: (source: PlanSource) => void;
  /** A plan whose own page is on disk. */
  readonly page: (slug: string) => void;
}

function passedOn(site: URL, files: FileWriter | undefined, index: IndexWriter | undefined): Takers {
  return {
    document: (source) => files?.add(source),
    page: (slug) => index?.add(new URL(`plans/${encodeURIComponent(slug)}/index.html`, site)),
  };
}

/** Astro's own way to make pages, plan by plan. Astro asks for a page when the one before it has been written. */
function planAfterPlan(own: AstroPrerenderer, root: string, base: string, takers: Takers): AstroPrerenderer {
  let sources: ReadonlyMap<string, PlanSource> = new Map();
  let finished: (() => void) | undefined;
  const passOn = (): void => {
    finished?.();
    finished = undefined;
  };
  return {
    ...own,
    async getStaticPaths() {
      const paths = planByPlan(await own.getStaticPaths());
      sources = planSources(
        paths.map(({ pathname }) => pathname),
        await planPaths(root),
      );
      return paths;
    },
    render(request, options) {
      passOn();
      const path = belowBase(request.url, base);
      const slug = planPage(path);
      const document = printed(path);
      const source = document && sources.get(document.slug);
      if (slug !== undefined)
        finished = () => {
          takers.page(slug);
        };
      else if (source !== undefined && source.template === document?.template)
        finished = () => {
          takers.document(source);
        };
      return own.render(request, options);
    },
    async teardown() {
      passOn();
      await own.teardown?.();
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
