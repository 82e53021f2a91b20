import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRecord } from '../../../src/cli/fill/record.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planshelf-record-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** The record of files that were made in this order. */
async function recordOf(names: readonly string[]): Promise<string> {
  const record = await openRecord(folder);
  for (const name of names) {
    await writeFile(join(folder, name), name);
    await record.put(name, `made of ${name}`);
  }
  await record.save();
  return readFile(join(folder, '.planshelf-fill.json'), 'utf8');
}

test('the same files make the same record, in whatever order and in however many runs', async () => {
  const names = ['甲.pdf', '甲.docx', '乙.pdf'];
  const first = await recordOf(names);
  await rm(join(folder, '.planshelf-fill.json'));
  expect(await recordOf(names.toReversed())).toBe(first);
  await rm(join(folder, '.planshelf-fill.json'));
  await recordOf(names.slice(1));
  expect(await recordOf(names.slice(0, 1))).toBe(first);
});
