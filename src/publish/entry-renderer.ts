/** Astro's compiler of MDX, and the one that keeps what it has compiled. */
import type { MarkdownProcessor } from '@astrojs/markdown-remark';
import { z } from 'zod';
import { type KeptFiles, keyOf } from './kept-files.ts';

export type CreateRenderer = NonNullable<MarkdownProcessor['createMdxRenderer']>;
export type SharedOptions = Parameters<CreateRenderer>[0];
export type MdxOptions = Parameters<CreateRenderer>[1];
export type Renderer = Awaited<ReturnType<CreateRenderer>>;
/** An entry without its front matter, its path, and what the front matter says. */
export type EntrySource = Parameters<Renderer['process']>;
export type CompiledEntry = Awaited<ReturnType<Renderer['process']>>;

/** Of Astro's metadata what counts is that it is what was put in. */
const compiledSchema = z.object({
  code: z.string(),
  map: z.string().nullable().default(null),
  astroMetadata: z.custom<CompiledEntry['astroMetadata']>((value) => value !== undefined),
});
const fileName = 'compiled.json';

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
      const known = compiledIn(kept.get(key));
      if (known !== undefined) return known;
      const compiled = await renderer.process(content, path, frontmatter);
      kept.put(key, new Map([[fileName, new TextEncoder().encode(JSON.stringify(compiled))]]));
      return compiled;
    },
  };
}

function compiledIn(files: ReadonlyMap<string, Uint8Array> | undefined): CompiledEntry | undefined {
  const file = files?.get(fileName);
  if (file === undefined) return undefined;
  return compiledSchema.parse(JSON.parse(new TextDecoder().decode(file)));
}
