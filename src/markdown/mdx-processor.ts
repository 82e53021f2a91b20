/** Compiles the prose of plans for Astro; of a large shelf, a thread beside it takes its share. */
import { unified } from '@astrojs/markdown-remark';
import { type Compiler, CompileThread, type MdxOptions, type SharedOptions } from './compile-thread.ts';
import { markdownUnder } from './pipeline.ts';
import { SharedCompiler } from './shared-compiler.ts';

type MarkdownProcessor = ReturnType<typeof unified>;

/** @param base path below which the site will stand */
export function mdxProcessor(base: string): MarkdownProcessor {
  const processor = unified(markdownUnder(base));
  return {
    ...processor,
    createMdxRenderer: async (shared, mdx) =>
      new SharedCompiler(await mdxCompiler(base, shared, mdx), () => new CompileThread(base, shared, mdx)),
  };
}

/** @throws if Astro's Markdown package compiles no MDX */
export async function mdxCompiler(base: string, shared: SharedOptions, mdx: MdxOptions): Promise<Compiler> {
  const compiler = await unified(markdownUnder(base)).createMdxRenderer?.(shared, mdx);
  if (compiler === undefined) throw new Error('@astrojs/markdown-remark compiles no MDX');
  return compiler;
}
