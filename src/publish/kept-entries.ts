/** Compiled entries that are kept between builds: to compile them takes longer than all else before the first page. */
import type { MarkdownProcessor } from '@astrojs/markdown-remark';
import type { AstroIntegration } from 'astro';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOfSources } from '../press/source-hash.ts';
import { CompileThread, ownBase } from './compile-thread.ts';
import { type MdxOptions, type Renderer, type SharedOptions, keepingRenderer, oneRenderer } from './entry-renderer.ts';
import { keptFiles } from './kept-files.ts';
import { SharedRenderer } from './shared-renderer.ts';

/** Gives a build the compiled entries of the builds before it. While somebody writes, every entry is compiled. */
export function keptEntries(): AstroIntegration {
  return {
    name: 'planshelf:entries',
    hooks: {
      'astro:config:setup': ({ command, config }) => {
        const { processor } = config.markdown;
        const create = processor.createMdxRenderer;
        if (command !== 'build' || create === undefined) return;
        const root = fileURLToPath(config.root);
        const kept = keptFiles(join(fileURLToPath(config.cacheDir), 'plans'));
        // Processors are there to be changed by integrations; this one's answer depends on the base path too.
        processor.createMdxRenderer = oneRenderer(async (shared, mdx) => {
          const common = JSON.stringify([config.base, shared, mdx, await ownCode(root)]);
          const compiling = sharedAmongThreads(processor, await create(shared, mdx), shared, mdx);
          return keepingRenderer(compiling, kept, (path) => [common, relative(root, path)]);
        });
      },
    },
  };
}

function sharedAmongThreads(
  processor: Pick<MarkdownProcessor, 'name' | 'options'>,
  here: Renderer,
  shared: SharedOptions,
  mdx: MdxOptions,
): Renderer {
  const base = ownBase(processor);
  if (base === undefined) return here;
  return new SharedRenderer(here, () => new CompileThread(base, shared, mdx));
}

/** The project's own configuration and code, where a team may have plugins that this project knows nothing of. */
async function ownCode(root: string): Promise<readonly string[]> {
  const names = (await readdir(root)).filter((name) => name.startsWith('astro.config.')).sort();
  const configs = await Promise.all(names.map((name) => readFile(join(root, name), 'utf8')));
  // A shelf that shares this project's code may have none of its own.
  return [await hashOfSources([join(root, 'src')]).catch(() => ''), ...configs];
}
