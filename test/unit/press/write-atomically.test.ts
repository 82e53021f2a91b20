import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeLeftovers, writeAtomically } from '../../../src/press/write-atomically.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planshelf-write-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('writes into place and leaves nothing beside it', async () => {
  await writeAtomically(join(folder, 'a.pdf'), 'one');
  await writeAtomically(join(folder, 'a.pdf'), 'two');
  expect(await readFile(join(folder, 'a.pdf'), 'utf8')).toBe('two');
  expect(await readdir(folder)).toEqual(['a.pdf']);
});

test('aborted, the old file stays', async () => {
  await writeAtomically(join(folder, 'a.pdf'), 'one');
  await expect(writeAtomically(join(folder, 'a.pdf'), 'two', AbortSignal.abort())).rejects.toThrow();
  expect(await readFile(join(folder, 'a.pdf'), 'utf8')).toBe('one');
  expect(await readdir(folder)).toEqual(['a.pdf']);
});

test('a place that cannot be written to is an error, and nothing is left', async () => {
  await mkdir(join(folder, 'a.pdf'));
  await expect(writeAtomically(join(folder, 'a.pdf'), 'one')).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['a.pdf']);
});

test('what a dead process left is removed, what a living one writes is not', async () => {
  const living = `.a.pdf.${process.pid}.1.tmp`;
  // No process has a number beyond the largest that Linux gives.
  for (const name of [living, '.a.pdf.4999999.1.tmp', 'b.pdf', '.c']) await writeFile(join(folder, name), '');
  await removeLeftovers(folder);
  expect((await readdir(folder)).sort()).toEqual([living, '.c', 'b.pdf'].sort());
});
