import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPdfCache } from '../../../src/press/cache.ts';

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

async function runs(count: number, name: string): Promise<void> {
  for (let run = 0; run < count; run += 1) {
    const cache = openPdfCache(folder);
    if ((await cache.get(keyOf(name))) === undefined) await cache.put(keyOf(name), pdf, made);
    await cache.finish();
  }
}

test('what none of the last 50 runs used is removed', async () => {
  await runs(1, 'old');
  await runs(49, 'used');
  expect(await openPdfCache(folder).get(keyOf('old'))).toBeDefined();
  await runs(1, 'used');
  expect(await openPdfCache(folder).get(keyOf('old'))).toBeUndefined();
  expect(await openPdfCache(folder).get(keyOf('used'))).toBeDefined();
});

test('what was not used for 30 days is removed, what is used stays', async () => {
  await runs(1, 'old');
  await runs(1, 'used');
  const before = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
  for (const name of await readdir(folder)) await utimes(join(folder, name), before, before);
  await runs(1, 'used');
  expect(await openPdfCache(folder).get(keyOf('old'))).toBeUndefined();
  expect(await openPdfCache(folder).get(keyOf('used'))).toBeDefined();
});

test('a damaged list of uses starts again', async () => {
  await runs(1, 'a');
  await writeFile(join(folder, 'uses.json'), 'not json');
  await runs(1, 'b');
  expect(await openPdfCache(folder).get(key)).toBeDefined();
});
