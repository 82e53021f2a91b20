import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openIndexWriter } from '../../../src/search/index-writer.ts';

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

test('pages that offer themselves are in the index, which is the same however long they take to come', async () => {
  const plans = await Promise.all(
    ['物业', '电信', '银行'].map((word, at) =>
      page(`plans/${at}`, `<article data-pagefind-body><h2 id="a">${word}</h2><p>${word}客服计划</p></article>`),
    ),
  );
  const other = await page('guide', '<article>不在索引里</article>');
  const made: string[][] = [];
  for (const pause of [0, 20]) {
    const writer = openIndexWriter(site);
    for (const url of [...plans, other]) {
      writer.add(url);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    expect(await writer.finish()).toBe(3);
    made.push(await indexFiles());
  }
  // Names hold digests of what is in the files.
  expect(made[0]?.filter((name) => name.startsWith('fragment'))).toHaveLength(4);
  expect(made[1]).toEqual(made[0]);
});

test('a page that cannot be read is told by whoever waits for the index, and nothing is written', async () => {
  const writer = openIndexWriter(site);
  writer.add(await page('plans/there', '<article data-pagefind-body>在</article>'));
  writer.add(new URL('plans/gone/index.html', site));
  await expect(writer.finish()).rejects.toThrow(/plans\/gone/);
  expect(await readdir(folder)).not.toContain('pagefind');
});
