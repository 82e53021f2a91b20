import { unified } from '@astrojs/markdown-remark';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { markdownUnder } from '../../../src/markdown/pipeline.ts';
import { keepingRenderer, oneRenderer } from '../../../src/publish/entry-renderer.ts';
import { keptFiles } from '../../../src/publish/kept-files.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planshelf-entries-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const fields = [{ name: 'rate', label: '收费率', kind: 'percent', hint: '上年实际', example: 80 }];
const entry = '## 目标\n\n收费率达到【收费率】。\n\n<Kpis />\n';

/** The site's own renderer, each call of it counted, behind what is kept. */
async function renderer(base = '/') {
  const own = await unified(markdownUnder(base)).createMdxRenderer?.({ syntaxHighlight: false }, { optimize: true });
  if (own === undefined) throw new Error('no MDX');
  const process = vi.fn((...args: Parameters<typeof own.process>) => own.process(...args));
  return { process, keeping: keepingRenderer({ process }, keptFiles(folder), (path) => [base, path]) };
}

test('an entry is compiled once, and is the same from what is kept', async () => {
  const first = await renderer();
  const compiled = await first.keeping.process(entry, 'a.mdx', { fields });
  const second = await renderer();
  expect(await second.keeping.process(entry, 'a.mdx', { fields })).toEqual(compiled);
  expect(first.process).toHaveBeenCalledTimes(1);
  expect(second.process).not.toHaveBeenCalled();
  expect(compiled.code).toContain('data-field=');
});

test.each([
  ['text', [entry.replace('达到', '超过'), 'a.mdx', { fields }]],
  ['place', [entry, 'b.mdx', { fields }]],
  ['data', [entry, 'a.mdx', { fields: [{ ...fields[0], hint: '今年实际' }] }]],
] as const)('another %s is compiled anew', async (_, [content, path, data]) => {
  await (await renderer()).keeping.process(entry, 'a.mdx', { fields });
  const again = await renderer();
  await again.keeping.process(content, path, data);
  expect(again.process).toHaveBeenCalledTimes(1);
});

test('another base path is compiled anew', async () => {
  const link = '[书架](/plans/)\n';
  const under = async (base: string) => (await (await renderer(base)).keeping.process(link, 'a.mdx', { fields })).code;
  expect(await under('/')).not.toBe(await under('/team/'));
});

test('an entry that does not compile is told, and nothing of it is kept', async () => {
  const { keeping } = await renderer();
  await expect(keeping.process('<Kpis>\n', 'a.mdx', { fields })).rejects.toThrow(/Kpis/);
  expect(await readdir(folder)).toEqual([]);
});

test('a compiled entry holds no front matter', async () => {
  const { keeping } = await renderer();
  const { code } = await keeping.process('无填写项。\n', 'a.mdx', { fields, title: '不在其中' });
  expect(code).not.toContain('不在其中');
  expect(code).toMatch(/frontmatter = \{\}/);
});

test('asked for again before it stands, a renderer is made once for the same options', async () => {
  const own = unified(markdownUnder('/'));
  const create = vi.fn((...args: Parameters<NonNullable<typeof own.createMdxRenderer>>) => {
    if (own.createMdxRenderer === undefined) throw new Error('no MDX');
    return own.createMdxRenderer(...args);
  });
  const renderers = oneRenderer(create);
  const ask = (optimize: boolean) => renderers({ syntaxHighlight: false }, { optimize });
  const [first, second, other] = await Promise.all([ask(true), ask(true), ask(false)]);
  expect(second).toBe(first);
  expect(other).not.toBe(first);
  expect(create).toHaveBeenCalledTimes(2);
});
