/** Makes the pages of a plan one after the other, and its files beside them: `/plans/<slug>/<slug>.docx` and its kin. */
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wholeTextAmong } from '../press/print-source.ts';
import { type FileWriter, openFileWriter } from './file-writer.ts';
import { planByPlan, printed } from './plan-order.ts';
import { planPaths } from './read-plan.ts';
import type { FileFolders, PlanSource } from './write-plan-files.ts';

const mostThreads = 8;

/** `PLANSHELF_FILES=off` builds the site without the files. */
export function planFilesBesidePages(): AstroIntegration {
  const off = process.env['PLANSHELF_FILES'] === 'off';
  let folders: FileFolders = { root: '', site: '', kept: '' };
  let base = '/';
  let writer: FileWriter | undefined;
  return {
    name: 'planshelf:files',
    hooks: {
      'astro:config:done': ({ config }) => {
        folders = {
          root: fileURLToPath(config.root),
          site: fileURLToPath(config.outDir),
          kept: join(fileURLToPath(config.cacheDir), 'files'),
        };
        base = config.base;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        if (!off) writer = openFileWriter(folders, Math.min(mostThreads, availableParallelism() - 1));
        setPrerenderer((own) => besidePages(own, folders.root, base, writer));
      },
      'astro:build:done': async ({ logger }) => {
        if (writer === undefined) return;
        const started = performance.now();
        const { files, kept } = await writer.finish();
        const waited = ((performance.now() - started) / 1000).toFixed(1);
        const unchanged = kept > 0 ? `，其中 ${kept} 个没有变，沿用上次的` : '';
        logger.info(`可下载的文件 ${files} 个${unchanged}；页面做完之后又用了 ${waited} 秒`);
      },
    },
  };
}

/**
 * Astro's own way to make pages, plan by plan; each plan goes to the writer of files as soon as the document that holds its
 * whole text is on disk. Astro asks for a page when the one before it has been written.
 */
function besidePages(
  own: AstroPrerenderer,
  root: string,
  base: string,
  writer: FileWriter | undefined,
): AstroPrerenderer {
  let sources: ReadonlyMap<string, PlanSource> = new Map();
  let underWay: PlanSource | undefined;
  const passOn = (): void => {
    if (underWay !== undefined) writer?.add(underWay);
    underWay = undefined;
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
      const document = printed(belowBase(request.url, base));
      const source = document && sources.get(document.slug);
      if (source?.template === document?.template) underWay = source;
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
