import type { unified } from '@astrojs/markdown-remark';
import { Worker } from 'node:worker_threads';

type CreateCompiler = NonNullable<ReturnType<typeof unified>['createMdxRenderer']>;
export type SharedOptions = Parameters<CreateCompiler>[0];
export type MdxOptions = Parameters<CreateCompiler>[1];
/** What makes a module of MDX, as Astro calls it. */
export type Compiler = Awaited<ReturnType<CreateCompiler>>;
/** The body of an entry, its path, and what stands above it. */
export type Source = Parameters<Compiler['process']>;
export type Module = Awaited<ReturnType<Compiler['process']>>;

/** A thread that compiles MDX as this one does. */
export class CompileThread {
  readonly #worker: Worker;
  readonly #answers = new Map<number, (module: Module | undefined) => void>();
  #next = 0;
  #lost = false;

  constructor(base: string, shared: SharedOptions, { srcDir, ...mdx }: MdxOptions) {
    this.#worker = new Worker(new URL('./compile-worker.ts', import.meta.url), {
      workerData: { base, shared, mdx, srcDir: srcDir?.href },
    });
    this.#worker.on('message', ({ id, module }: { readonly id: number; readonly module: Module | undefined }) => {
      this.#answer(id, module);
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
  compile(source: Source): Promise<Module | undefined> {
    const id = this.#next++;
    return new Promise((resolve) => {
      this.#answers.set(id, resolve);
      this.#worker.postMessage({ id, source });
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #answer(id: number, module: Module | undefined): void {
    this.#answers.get(id)?.(module);
    this.#answers.delete(id);
  }
}
