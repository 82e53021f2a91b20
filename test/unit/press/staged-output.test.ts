import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recoverBuild, publishSite } from '../../../src/press/site/staged-output.ts';

let root: string;
let dist: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'planshelf-publish-'));
  dist = join(root, 'dist');
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function site(folder: string, text: string): Promise<void> {
  await mkdir(join(root, folder), { recursive: true });
  await writeFile(join(root, folder, 'index.html'), text);
}

test('the site beside takes the place of the last one, and nothing is left beside', async () => {
  await site('dist', 'old');
  await writeFile(join(dist, 'gone.html'), 'old');
  await site('.dist-next', 'new');
  await publishSite(join(root, '.dist-next/'));
  expect(await readdir(root)).toEqual(['dist']);
  expect(await readdir(dist)).toEqual(['index.html']);
  expect(await readFile(join(dist, 'index.html'), 'utf8')).toBe('new');
});

test('the first site of all', async () => {
  await site('.dist-next', 'new');
  await publishSite(join(root, '.dist-next'));
  expect(await readdir(root)).toEqual(['dist']);
});

test('a site in a folder that somebody asked for stays there', async () => {
  await site('elsewhere', 'new');
  await publishSite(join(root, 'elsewhere/'));
  expect(await readdir(root)).toEqual(['elsewhere']);
});

test('killed between the two renames: the last site comes back; killed after them: the new one stays', async () => {
  await site('.dist-previous', 'old');
  await site('.dist-next', 'half');
  await recoverBuild(dist);
  expect(await readdir(root)).toEqual(['dist']);
  expect(await readFile(join(dist, 'index.html'), 'utf8')).toBe('old');
  await site('.dist-previous', 'older');
  await recoverBuild(dist);
  expect(await readdir(root)).toEqual(['dist']);
  expect(await readFile(join(dist, 'index.html'), 'utf8')).toBe('old');
});
