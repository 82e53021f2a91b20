import { toHtml } from 'hast-util-to-html';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFileWriter } from '../../../src/publish/file-writer.ts';
import type { PlanSource } from '../../../src/publish/write-plan-files.ts';
import { validEntry } from '../check/base-entry.ts';
import { sampleArticle } from '../fill/sample-document.ts';

/** More than are worth a thread. */
const count = 24;
let root: string;
const sources: PlanSource[] = [];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'planshelf-files-'));
  await mkdir(join(root, 'content/plans'), { recursive: true });
  const page = `<!doctype html><html lang="zh-CN"><body>${toHtml(sampleArticle())}</body></html>`;
  for (let number = 0; number < count; number += 1) {
    const slug = `plan-${number}`;
    const path = `content/plans/${slug}.mdx`;
    await writeFile(join(root, path), validEntry);
    const folder = join(root, 'site/print', slug, 'meeting');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'index.html'), page);
    sources.push({ slug, path, template: 'meeting' });
  }
});

afterAll(() => rm(root, { recursive: true, force: true }));

test.each([0, 2])('with %i threads beside it, every file of every plan is there', async (threads) => {
  const site = join(root, 'site');
  await rm(join(site, 'plans'), { recursive: true, force: true });
  const writer = openFileWriter({ root, site, kept: join(root, `kept-${threads}`) }, threads);
  for (const source of sources) writer.add(source);
  expect(await writer.finish()).toEqual({ files: count * 5, kept: 0 });
  for (const { slug } of sources)
    expect((await readdir(join(site, 'plans', slug))).sort()).toEqual(
      ['docx', 'ics', 'json', 'md', 'xlsx'].map((format) => `${slug}.${format}`),
    );
});

test.each([0, 2])(
  'with %i threads, a plan that cannot be read is told by whoever waits for the files',
  async (threads) => {
    const writer = openFileWriter({ root, site: join(root, 'site'), kept: join(root, 'kept') }, threads);
    for (const source of sources) writer.add({ ...source, path: source.path.replace(/7\.mdx$/, '7.gone') });
    await expect(writer.finish()).rejects.toThrow(/plan-1?7\.gone/);
  },
);

test.each([0, 2])('with %i threads, a plan that has not changed keeps its files, byte for byte', async (threads) => {
  const site = join(root, 'site');
  const folders = { root, site, kept: join(root, `kept-again-${threads}`) };
  const write = async () => {
    await rm(join(site, 'plans'), { recursive: true, force: true });
    const writer = openFileWriter(folders, threads);
    for (const source of sources) writer.add(source);
    return writer.finish();
  };
  const bytesOf = (slug: string) => readFile(join(site, 'plans', slug, `${slug}.docx`));
  await write();
  const [first, second] = [await bytesOf('plan-0'), await bytesOf('plan-1')];
  const entry = join(root, 'content/plans/plan-1.mdx');
  await writeFile(entry, validEntry.replace(/^title: .*$/m, 'title: 换了题目的计划'));
  try {
    expect(await write()).toEqual({ files: count * 5, kept: (count - 1) * 5 });
  } finally {
    await writeFile(entry, validEntry);
  }
  expect(await bytesOf('plan-0')).toEqual(first);
  expect(await bytesOf('plan-1')).not.toEqual(second);
});
