/** The other side of `CompileThread`. */
import { parentPort, workerData } from 'node:worker_threads';
import type { MdxOptions, SharedOptions, Source } from './compile-thread.ts';
import { mdxCompiler } from './mdx-processor.ts';

const { base, shared, mdx, srcDir } = workerData as {
  readonly base: string;
  readonly shared: SharedOptions;
  readonly mdx: Omit<MdxOptions, 'srcDir'>;
  readonly srcDir: string | undefined;
};
const compiler = mdxCompiler(base, shared, { ...mdx, ...(srcDir !== undefined && { srcDir: new URL(srcDir) }) });

parentPort?.on('message', ({ id, source }: { readonly id: number; readonly source: Source }) => {
  void compiler
    .then((ready) => ready.process(...source))
    .then(
      (module) => parentPort?.postMessage({ id, module }),
      () => parentPort?.postMessage({ id }),
    );
});
