import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findDiskError } from '../../../src/press/site/disk-errors.ts';
import { mayMount, mounted } from '../../e2e/mounted-place.ts';

test('a folder with room says nothing, and is left as it was', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'planshelf-room-'));
  expect(findDiskError([join(folder, 'missing'), folder])).toBeUndefined();
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true });
});

test.runIf(mayMount).each([
  ['full', 'size=64k', '磁盘满了', 'ENOSPC'],
  ['as good as full for a browser', 'size=8m', '磁盘满了', 'ENOSPC'],
  ['read-only', 'ro', '只读', 'EROFS'],
])('a disk that is %s is named with its place, its code and what to do', async (_, options, words, code) => {
  const folder = await mkdtemp(join(tmpdir(), 'planshelf-room-'));
  const place = join(folder, 'disk');
  await mounted(place, ['-t', 'tmpfs', '-o', options, 'tmpfs'], async () => {
    const said = findDiskError([folder, place]) ?? '';
    expect(said).toContain(place);
    expect(said).toContain(words);
    expect(said).toContain(code);
    expect(await readdir(place)).toEqual([]);
  });
  await rm(folder, { recursive: true });
});
