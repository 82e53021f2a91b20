import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type Compiler, CompileThread, type Source } from '../../../src/markdown/compile-thread.ts';
import { mdxCompiler } from '../../../src/markdown/mdx-processor.ts';
import { SharedCompiler } from '../../../src/markdown/shared-compiler.ts';

const root = join(import.meta.dirname, '../../..');
const shared = { syntaxHighlight: false } as const;
const mdx = { optimize: true, srcDir: pathToFileURL(join(root, 'src/')) };
const base = '/team/plans/';
/** More than are worth a thread. */
const count = 100;

let own: Compiler;
let sources: Source[];
const start = vi.fn(() => new CompileThread(base, shared, mdx));

beforeAll(async () => {
  own = await mdxCompiler(base, shared, mdx);
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

test('a thread takes its share, and makes the same modules', async () => {
  const here = vi.spyOn(own, 'process');
  const compiler = new SharedCompiler(own, start);
  const modules = await Promise.all(sources.map((source) => compiler.process(...source)));
  expect(start).toHaveBeenCalledOnce();
  expect(here.mock.calls.length).toBeGreaterThan(0);
  expect(here.mock.calls.length).toBeLessThan(count);
  here.mockRestore();
  for (const [n, source] of sources.entries()) expect(modules[n]).toEqual(await own.process(...source));
  expect(modules[7]?.code).toContain('2027');
  expect(modules[7]?.code).toContain('/team/plans/plans/7/');
});

test('a few entries start no thread', async () => {
  const compiler = new SharedCompiler(own, start);
  await Promise.all(sources.slice(0, 30).map((source) => compiler.process(...source)));
  expect(start).not.toHaveBeenCalled();
});

test('an entry that does not compile fails as it does without a thread, and no other', async () => {
  const broken: Source[] = sources.map(([body, ...rest], n) => [n % 10 === 3 ? `${body}\n<b>{\n` : body, ...rest]);
  const compiler = new SharedCompiler(own, start);
  const ends = await Promise.allSettled(broken.map((source) => compiler.process(...source)));
  expect(start).toHaveBeenCalledOnce();
  for (const [n, end] of ends.entries()) {
    expect(end.status, String(n)).toBe(n % 10 === 3 ? 'rejected' : 'fulfilled');
    if (end.status === 'fulfilled') continue;
    const alone: unknown = await own.process(...(broken[n] ?? ['', '', {}])).catch((error: unknown) => error);
    expect(end.reason).toEqual(alone);
  }
});

test('what a thread had in hand when it was lost is compiled here', async () => {
  const compiler = new SharedCompiler(own, () => {
    const thread = start();
    void thread.end();
    return thread;
  });
  const modules = await Promise.all(sources.map((source) => compiler.process(...source)));
  expect(start).toHaveBeenCalled();
  expect(modules.every(({ code }) => code.length > 0)).toBe(true);
});
