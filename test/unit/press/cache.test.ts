import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPdfCache } from '../../../src/press/cache/cache.ts';

let folder: string;
const keyOf = (name: string) => createHash('sha256').update(name).digest('hex');
const key = keyOf('a');
const pdf = Buffer.from('%PDF-1.4 …');
const made = { pages: 3, fonts: ['Serif'], charactersCompared: 9, rowsCompared: 2, browser: 'Chromium 1' };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planshelf-cache-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('gives back what was put, and nothing else', async () => {
  const cache = openPdfCache(join(folder, 'new'));
  expect(await cache.get(key)).toBeUndefined();
  const record = await cache.put(key, pdf, made);
  expect(record).toMatchObject({ ...made, bytes: pdf.length });
  expect(await cache.get(key)).toEqual({ pdf, record, pictures: undefined });
  // To the byte: it is published in proof.json.
  expect(JSON.stringify((await cache.get(key))?.record)).toBe(JSON.stringify(record));
  expect(await cache.get(keyOf('b'))).toBeUndefined();
});

test.each([
  ['a cut PDF', (path: string) => truncate(`${path}.pdf`, 4)],
  ['another PDF', (path: string) => writeFile(`${path}.pdf`, '%PDF-other')],
  ['a cut record', (path: string) => truncate(`${path}.json`, 20)],
  ['a record of another kind', (path: string) => writeFile(`${path}.json`, '{"pages":3}')],
  ['a missing record', (path: string) => rm(`${path}.json`)],
])('%s counts as absent', async (_, damage) => {
  const cache = openPdfCache(folder);
  await cache.put(key, pdf, made);
  await damage(join(folder, key));
  expect(await cache.get(key)).toBeUndefined();
});

test('keeps pictures with their PDF; without them, or with others, the entry counts as absent', async () => {
  const cache = openPdfCache(folder);
  const pictures = new Map([['m-1.800.webp', Buffer.from('picture')]]);
  await cache.put(key, pdf, made, pictures);
  expect([...((await cache.get(key))?.pictures?.entries() ?? [])]).toEqual([...pictures]);
  await writeFile(join(folder, `${key}.pictures`), '[]\n');
  expect(await cache.get(key)).toBeUndefined();
  await rm(join(folder, `${key}.pictures`));
  expect(await cache.get(key)).toBeUndefined();
});

/** One run that uses one entry. */
async function run(name: string, most?: number): Promise<void> {
  const cache = openPdfCache(folder, most);
  if ((await cache.get(keyOf(name))) === undefined) await cache.put(keyOf(name), pdf, made);
  await cache.finish();
}

async function isKept(name: string): Promise<boolean> {
  return (await openPdfCache(folder).get(keyOf(name))) !== undefined;
}

/** Makes an entry as old as if it had been used last some days ago. */
async function age(name: string, days: number): Promise<void> {
  const then = new Date(Date.now() - days * 24 * 60 * 60 * 1000);
  for (const extension of ['pdf', 'json']) await utimes(join(folder, `${keyOf(name)}.${extension}`), then, then);
}

test('what is too much is removed, the longest unused first, and never what the run used', async () => {
  for (const name of ['new', 'old', 'used']) await run(name);
  await age('new', 1);
  await age('old', 2);
  const one = (await stat(join(folder, `${keyOf('used')}.json`))).size + pdf.length;
  await run('used', one * 3);
  expect([await isKept('old'), await isKept('new')]).toEqual([true, true]);
  await run('used', one * 2);
  expect([await isKept('old'), await isKept('new')]).toEqual([false, true]);
  await run('used', 1);
  expect([await isKept('used'), await isKept('new')]).toEqual([true, false]);
});

test('what was not used for 30 days is removed, what is used stays', async () => {
  await run('old');
  await run('used');
  await age('old', 31);
  await age('used', 31);
  await run('used');
  expect([await isKept('old'), await isKept('used')]).toEqual([false, true]);
  expect(await readdir(folder)).toHaveLength(2);
});
