import { type MarkdownProcessor, unified } from '@astrojs/markdown-remark';
import { isDeepStrictEqual } from 'node:util';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { markdownUnder } from '../markdown/pipeline.ts';
import { rehypeSiteLinks } from '../markdown/rehype-site-links.ts';
import type { CompiledEntry, EntrySource, MdxOptions, SharedOptions } from './entry-renderer.ts';

/** In megabytes; entries come one after the other. */
const youngGeneration = 16;

/**
 * The base path of a processor that does just what this project's Markdown asks for, so that a thread can have the same.
 * Undefined where a team or an integration has plugins of its own: those cannot be handed to a thread.
 */
export function ownBase({ name, options }: Pick<MarkdownProcessor, 'name' | 'options'>): string | undefined {
  const base = linksSchema.safeParse(options).data?.rehypePlugins.find((given) => given !== undefined);
  if (base === undefined) return undefined;
  const own = unified(markdownUnder(base));
  return name === own.name && isDeepStrictEqual(options, own.options) ? base : undefined;
}

/** Base paths that plugins are given. */
const linksSchema = z.object({
  rehypePlugins: z.array(
    z
      .tuple([z.custom((plugin) => plugin === rehypeSiteLinks), z.object({ base: z.string() })])
      .transform(([, { base }]) => base)
      .optional()
      .catch(undefined),
  ),
});

/** A thread that compiles entries as this one does. */
export class CompileThread {
  readonly #worker: Worker;
  readonly #answers = new Map<number, (entry: CompiledEntry | undefined) => void>();
  #next = 0;
  #lost = false;

  /**
   * @param base path below which the site will stand
   * @throws if the options hold what cannot be handed to a thread
   */
  constructor(base: string, shared: SharedOptions, { srcDir, ...mdx }: MdxOptions) {
    this.#worker = new Worker(new URL('./compile-worker.ts', import.meta.url), {
      workerData: { base, shared, mdx, srcDir: srcDir?.href },
      resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
    });
    // A build that fails elsewhere ends without waiting for it.
    this.#worker.unref();
    this.#worker.on('message', ({ id, entry }: { readonly id: number; readonly entry: CompiledEntry | undefined }) => {
      this.#answer(id, entry);
    });
    // Whatever is the matter, it will come up again where an error is told as Astro tells it.
    this.#worker.on('error', () => undefined);
    this.#worker.on('exit', () => {
      this.#lost = true;
      for (const id of [...this.#answers.keys()]) this.#answer(id, undefined);
    });
  }

  /** Whether it has ended, and will compile nothing more. */
  get lost(): boolean {
    return this.#lost;
  }

  /** How many entries it has in hand. */
  get inHand(): number {
    return this.#answers.size;
  }

  /** @returns undefined for what it could not compile */
  compile(source: EntrySource): Promise<CompiledEntry | undefined> {
    const id = this.#next++;
    this.#worker.ref();
    return new Promise((resolve) => {
      this.#answers.set(id, resolve);
      this.#worker.postMessage({ id, source });
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #answer(id: number, entry: CompiledEntry | undefined): void {
    this.#answers.get(id)?.(entry);
    this.#answers.delete(id);
    if (this.#answers.size === 0) this.#worker.unref();
  }
}
