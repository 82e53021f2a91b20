import { spawnSync } from 'node:child_process';
import { access, constants, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type ChromiumPackage,
  findChromiumPackage,
  unpackChromium,
} from '../../../src/press/browser/bundled-chromium.ts';
import { tarOf } from '../../fixtures/print/tar.ts';

const libraries = [
  { path: 'lib/', kind: '5', mode: 0o755 },
  { path: 'lib/libnss3.so', content: 'nss', mode: 0o755 },
  { path: 'lib/libnss.so', kind: '2', target: 'libnss3.so' },
];
let folder: string;
let source: ChromiumPackage;
const cache = () => join(folder, 'cache');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planshelf-chromium-'));
  const bin = join(folder, 'bin');
  await mkdir(bin);
  await writeFile(join(bin, 'chromium.br'), brotliCompressSync('#!/bin/sh\n'));
  await writeFile(join(bin, 'al2023.tar.br'), brotliCompressSync(tarOf(libraries)));
  await writeFile(join(bin, 'fonts.tar.br'), brotliCompressSync(tarOf([{ path: 'fonts/a.ttf', content: 'ttf' }])));
  source = { version: '1.2.3', bin };
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('unpacks browser, libraries and fonts', async () => {
  const { executable, libraries, fontConfig } = await unpackChromium(source, cache());
  await access(executable, constants.X_OK);
  expect((await readdir(libraries)).sort()).toEqual(['libnss.so', 'libnss3.so']);
  expect(await readFile(join(libraries, 'libnss.so'), 'utf8')).toBe('nss');
  expect(await readFile(fontConfig, 'utf8')).toContain('<dir prefix="relative">fonts</dir>');
  expect(await readdir(join(fontConfig, '../fonts'))).toEqual(['a.ttf']);
});

test('many at once: one folder, whole, nothing beside it', async () => {
  const unpacked = await Promise.all(Array.from({ length: 8 }, () => unpackChromium(source, cache())));
  expect(new Set(unpacked.map(({ executable }) => executable)).size).toBe(1);
  expect(await readdir(cache())).toEqual(['chromium-1.2.3']);
});

test('a broken package leaves nothing behind', async () => {
  await writeFile(join(source.bin, 'chromium.br'), 'not brotli');
  await expect(unpackChromium(source, cache())).rejects.toThrow();
  expect(await readdir(cache())).toEqual([]);
});

const large = { path: 'lib/a.so', content: 'x'.repeat(200_000) };
test.each<[string, Buffer]>([
  ['is cut short', brotliCompressSync(tarOf([large])).subarray(0, -9)],
  ['has a link out of its folder', brotliCompressSync(tarOf([{ path: 'lib/a.so', kind: '2', target: '/etc/passwd' }]))],
])('an archive that %s leaves nothing behind', async (_, archive) => {
  await writeFile(join(source.bin, 'al2023.tar.br'), archive);
  await expect(unpackChromium(source, cache())).rejects.toThrow();
  expect(await readdir(cache())).toEqual([]);
});

test('an archive writes nothing outside of its folder', async () => {
  const archive = tarOf([{ path: '../../../up.so', content: 'up' }]);
  await writeFile(join(source.bin, 'al2023.tar.br'), brotliCompressSync(archive));
  const { executable } = await unpackChromium(source, cache());
  expect(await readdir(join(executable, '..'))).toContain('up.so');
  expect((await readdir(folder)).sort()).toEqual(['bin', 'cache']);
});

test('what another machine left is removed after an hour, not before', async () => {
  for (const name of ['.unpacking-1-old', '.unpacking-2-new']) await mkdir(join(cache(), name), { recursive: true });
  const before = new Date(Date.now() - 2 * 60 * 60 * 1000);
  await utimes(join(cache(), '.unpacking-1-old'), before, before);
  await unpackChromium(source, cache());
  expect((await readdir(cache())).sort()).toEqual(['.unpacking-2-new', 'chromium-1.2.3']);
});

test('what a process of this machine left is removed as soon as it is gone, also when the browser is there', async () => {
  await unpackChromium(source, cache());
  const ended = spawnSync(process.execPath, ['--version']).pid;
  const mine = `.unpacking-${process.pid}-${hostname()}-now`;
  for (const name of [mine, `.unpacking-${ended}-${hostname()}-then`])
    await mkdir(join(cache(), name, 'lib'), { recursive: true });
  await unpackChromium(source, cache());
  expect((await readdir(cache())).sort()).toEqual([mine, 'chromium-1.2.3']);
});

test.runIf(process.platform === 'linux' && process.arch === 'x64')('the installed package is found', async () => {
  expect((await findChromiumPackage())?.version).toMatch(/^\d+\./);
});
