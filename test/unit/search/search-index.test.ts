import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeSearchIndex } from '../../../src/search/search-index.ts';

let folder: string;
let site: URL;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planshelf-index-'));
  site = pathToFileURL(`${folder}/`);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function page(path: string, article: string): Promise<URL> {
  const place = join(folder, path);
  await mkdir(place, { recursive: true });
  await writeFile(join(place, 'index.html'), `<html lang="zh-CN"><body>${article}</body></html>`);
  return new URL(`${path}/index.html`, site);
}

const indexFiles = async () => (await readdir(join(folder, 'pagefind'), { recursive: true })).sort();

test('pages that offer themselves are in the index, which is the same each time', async () => {
  const plans = await Promise.all(
    ['物业', '电信', '银行'].map((word, at) =>
      page(`plans/${at}`, `<article data-pagefind-body><h2 id="a">${word}</h2><p>${word}客服计划</p></article>`),
    ),
  );
  const other = await page('guide', '<article>不在索引里</article>');
  expect(await makeSearchIndex(site, [...plans, other])).toBe(3);
  // Names hold digests of what is in the files.
  const files = await indexFiles();
  expect(files.filter((name) => name.startsWith('fragment'))).toHaveLength(4);
  await makeSearchIndex(site, [...plans, other]);
  expect(await indexFiles()).toEqual(files);
});

test('a page that cannot be read is an error, and nothing is written', async () => {
  const there = await page('plans/there', '<article data-pagefind-body>在</article>');
  await expect(makeSearchIndex(site, [there, new URL('plans/gone/index.html', site)])).rejects.toThrow(/plans\/gone/);
  expect(await readdir(folder)).not.toContain('pagefind');
});
