import { unified } from '@astrojs/markdown-remark';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { markdownUnder } from '../../../src/markdown/pipeline.ts';
import { CompileThread, ownBase } from '../../../src/publish/compile-thread.ts';
import type { EntrySource, Renderer } from '../../../src/publish/entry-renderer.ts';
import { SharedRenderer } from '../../../src/publish/shared-renderer.ts';

const root = join(import.meta.dirname, '../../..');
const shared = { syntaxHighlight: false } as const;
const mdx = { optimize: true, srcDir: pathToFileURL(join(root, 'src/')) };
const base = '/team/plans/';
/** More than are worth a thread, fewer than are worth two. */
const count = 100;

let own: Renderer;
let sources: EntrySource[];
const start = vi.fn(() => new CompileThread(base, shared, mdx));

beforeAll(async () => {
  const renderer = await unified(markdownUnder(base)).createMdxRenderer?.(shared, mdx);
  if (renderer === undefined) throw new Error('no MDX');
  own = renderer;
  const folder = join(root, 'content/plans');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.mdx'));
  const bodies = await Promise.all(
    names.map(async (name) => (await readFile(join(folder, name), 'utf8')).replace(/^---\n[^]*?\n---\n/, '')),
  );
  const fields = [{ name: 'year', label: '年度', kind: 'integer', default: 2027 }];
  sources = Array.from({ length: count }, (_, n) => {
    const body = `${bodies[n % bodies.length] ?? ''}\n\n第 ${n} 份，【年度】年，见[别的](/plans/${n}/)。\n`;
    return [body, join(folder, `${n}.mdx`), { fields }];
  });
});

afterEach(() => {
  start.mockClear();
});

const all = (renderer: Renderer, given: readonly EntrySource[] = sources) =>
  Promise.all(given.map((source) => renderer.process(...source)));

test('a thread takes its share, and compiles the same', async () => {
  const here = vi.spyOn(own, 'process');
  const entries = await all(new SharedRenderer(own, start, 4));
  expect(start).toHaveBeenCalledOnce();
  expect(here.mock.calls.length).toBeGreaterThan(0);
  expect(here.mock.calls.length).toBeLessThan(count);
  here.mockRestore();
  for (const [n, source] of sources.entries()) expect(entries[n]).toEqual(await own.process(...source));
  expect(entries[7]?.code).toContain('2027');
  expect(entries[7]?.code).toContain('/team/plans/plans/7/');
});

test('many start more threads, as many as there may be', async () => {
  const start = vi.fn(() => new CompileThread(base, shared, mdx));
  await all(new SharedRenderer(own, start, 2), [...sources, ...sources]);
  expect(start).toHaveBeenCalledTimes(2);
});

test('a few entries start no thread', async () => {
  await all(new SharedRenderer(own, start, 4), sources.slice(0, 30));
  expect(start).not.toHaveBeenCalled();
});

test('an entry that does not compile fails as it does without a thread, and no other', async () => {
  const broken: EntrySource[] = sources.map(([body, ...rest], n) => [n % 10 === 3 ? `${body}\n<b>{\n` : body, ...rest]);
  const renderer = new SharedRenderer(own, start, 4);
  const ends = await Promise.allSettled(broken.map((source) => renderer.process(...source)));
  expect(start).toHaveBeenCalledOnce();
  for (const [n, end] of ends.entries()) {
    expect(end.status, String(n)).toBe(n % 10 === 3 ? 'rejected' : 'fulfilled');
    if (end.status === 'fulfilled') continue;
    const alone: unknown = await own.process(...(broken[n] ?? ['', '', {}])).catch((error: unknown) => error);
    expect(end.reason).toEqual(alone);
  }
});

test('what a thread had in hand when it was lost is compiled here', async () => {
  const lost = () => {
    const thread = start();
    void thread.end();
    return thread;
  };
  const entries = await all(new SharedRenderer(own, lost, 4));
  expect(start).toHaveBeenCalled();
  expect(entries.every(({ code }) => code.length > 0)).toBe(true);
});

test('options that cannot be handed to a thread are no obstacle', async () => {
  const config = { transformers: [{ preprocess: (code: string) => code }] };
  const entries = await all(
    new SharedRenderer(own, () => new CompileThread(base, { ...shared, shikiConfig: config }, mdx), 4),
  );
  expect(entries).toHaveLength(count);
});

test('a thread may have the project’s own processor, whatever its base path, and no other', () => {
  expect(ownBase(unified(markdownUnder('/team/')))).toBe('/team/');
  expect(ownBase(unified(markdownUnder('/')))).toBe('/');
  const { remarkPlugins, ...options } = markdownUnder('/');
  expect(ownBase(unified({ ...options, remarkPlugins: [...(remarkPlugins ?? []), () => undefined] }))).toBeUndefined();
  expect(ownBase(unified({ ...options, remarkPlugins: [], gfm: true }))).toBeUndefined();
  expect(ownBase(unified())).toBeUndefined();
  const changed = unified(markdownUnder('/'));
  changed.options.rehypePlugins.push(() => undefined);
  expect(ownBase(changed)).toBeUndefined();
});
