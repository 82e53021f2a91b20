import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkInParallel } from '../../../src/check/check-in-parallel.ts';
import { listEntries } from '../../../src/check/load.ts';
import { validEntry } from './base-entry.ts';

let root: string;
let paths: readonly string[];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'planshelf-together-'));
  const plans = join(root, 'content/plans');
  await mkdir(join(plans, 'other'), { recursive: true });
  await writeFile(join(root, 'content/industries.yaml'), 'property: 物业\n');
  for (let number = 0; number < 320; number += 1) {
    const text = number % 7 === 0 ? validEntry.replace('title:', 'titel:') : validEntry;
    await writeFile(join(plans, `plan-${number}.mdx`), text);
  }
  // Two of one slug, which fall to different threads.
  await writeFile(join(plans, 'PLAN-5.mdx'), validEntry);
  paths = await listEntries(root);
});

afterAll(() => rm(root, { recursive: true, force: true }));

test('two threads and more find what one finds', async () => {
  const alone = await checkInParallel(root, paths, 1);
  expect(alone.filter(({ code }) => code === 'unknown-key').length).toBeGreaterThan(40);
  expect(alone.filter(({ code }) => code === 'slug-duplicate')).toHaveLength(1);
  expect(await checkInParallel(root, paths, 2)).toEqual(alone);
  expect(await checkInParallel(root, paths, 5)).toEqual(alone);
});

test('what a thread cannot do is an error, not a silence', async () => {
  await expect(checkInParallel(root, [...paths, 'content/plans/gone.mdx'], 2)).rejects.toThrow(/gone\.mdx/);
});
