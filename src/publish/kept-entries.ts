/** Compiled entries that are kept between builds: to compile them takes longer than all else before the first page. */
import type { MarkdownProcessor } from '@astrojs/markdown-remark';
import type { AstroIntegration } from 'astro';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { hashOfSources } from '../press/source-hash.ts';
import { type KeptFiles, keptFiles, keyOf } from './kept-files.ts';

type CreateRenderer = NonNullable<MarkdownProcessor['createMdxRenderer']>;
type Renderer = Awaited<ReturnType<CreateRenderer>>;
type Compiled = Awaited<ReturnType<Renderer['process']>>;

/** Of Astro's metadata what counts is that it is what was put in. */
const compiledSchema = z.object({
  code: z.string(),
  map: z.string().nullable().default(null),
  astroMetadata: z.custom<Compiled['astroMetadata']>((value) => value !== undefined),
});
const fileName = 'compiled.json';

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
          return keepingRenderer(await create(shared, mdx), kept, (path) => [common, relative(root, path)]);
        });
      },
    },
  };
}

/** Astro asks for a renderer with every entry until the first one stands: for a thousand entries, a thousand times. */
export function oneRenderer(create: CreateRenderer): CreateRenderer {
  const made = new Map<string, Promise<Renderer>>();
  return (shared, mdx) => {
    const options = JSON.stringify([shared, mdx]);
    const renderer = made.get(options) ?? create(shared, mdx);
    made.set(options, renderer);
    return renderer;
  };
}

/** The project's own configuration and code, where a team may have plugins that this project knows nothing of. */
async function ownCode(root: string): Promise<readonly string[]> {
  const names = (await readdir(root)).filter((name) => name.startsWith('astro.config.')).sort();
  const configs = await Promise.all(names.map((name) => readFile(join(root, name), 'utf8')));
  // A shelf that shares this project's code may have none of its own.
  return [await hashOfSources([join(root, 'src')]).catch(() => ''), ...configs];
}

/**
 * A renderer that compiles what is not kept.
 * @param inputs what a compiled entry depends on besides its text and data, by its path
 */
export function keepingRenderer(
  renderer: Renderer,
  kept: KeptFiles,
  inputs: (path: string) => readonly string[],
): Renderer {
  return {
    async process(content, path, frontmatter) {
      const key = await keyOf(['entry', ...inputs(path), content, JSON.stringify(frontmatter)]);
      const known = compiledIn(await kept.get(key));
      if (known !== undefined) return known;
      const compiled = await renderer.process(content, path, frontmatter);
      await kept.put(key, new Map([[fileName, new TextEncoder().encode(JSON.stringify(compiled))]]));
      return compiled;
    },
  };
}

function compiledIn(files: ReadonlyMap<string, Uint8Array> | undefined): Compiled | undefined {
  const file = files?.get(fileName);
  if (file === undefined) return undefined;
  return compiledSchema.parse(JSON.parse(new TextDecoder().decode(file)));
}
