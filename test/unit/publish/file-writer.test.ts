import { toHtml } from 'hast-util-to-html';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
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
  const writer = openFileWriter(root, site, threads);
  for (const source of sources) writer.add(source);
  expect(await writer.finish()).toBe(count * 5);
  for (const { slug } of sources)
    expect((await readdir(join(site, 'plans', slug))).sort()).toEqual(
      ['docx', 'ics', 'json', 'md', 'xlsx'].map((format) => `${slug}.${format}`),
    );
});

test.each([0, 2])(
  'with %i threads, a plan that cannot be read is told by whoever waits for the files',
  async (threads) => {
    const writer = openFileWriter(root, join(root, 'site'), threads);
    for (const source of sources) writer.add({ ...source, path: source.path.replace(/7\.mdx$/, '7.gone') });
    await expect(writer.finish()).rejects.toThrow(/plan-1?7\.gone/);
  },
);
