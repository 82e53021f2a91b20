/** The other side of `CompileThread`. */
import { unified } from '@astrojs/markdown-remark';
import { parentPort, workerData } from 'node:worker_threads';
import { markdownUnder } from '../markdown/pipeline.ts';
import type { EntrySource, MdxOptions, SharedOptions } from './entry-renderer.ts';

const { base, shared, mdx, srcDir } = workerData as {
  readonly base: string;
  readonly shared: SharedOptions;
  readonly mdx: Omit<MdxOptions, 'srcDir'>;
  readonly srcDir: string | undefined;
};
const renderer = await unified(markdownUnder(base)).createMdxRenderer?.(shared, {
  ...mdx,
  ...(srcDir !== undefined && { srcDir: new URL(srcDir) }),
});
if (renderer === undefined) throw new Error('@astrojs/markdown-remark compiles no MDX');

parentPort?.on('message', ({ id, source }: { readonly id: number; readonly source: EntrySource }) => {
  void renderer.process(...source).then(
    (entry) => parentPort?.postMessage({ id, entry }),
    () => parentPort?.postMessage({ id }),
  );
});
