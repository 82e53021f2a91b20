import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startInTempFolder, removeTempFolder } from '../../../src/press/browser/browser-temp-folder.ts';

const moduleFile = resolve(import.meta.dirname, '../../../src/press/browser/browser-temp-folder.ts');
const variable = process.platform === 'win32' ? 'TEMP' : 'TMPDIR';
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planshelf-room-test-'));
  vi.stubEnv(variable, folder);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

/** What a browser does with its folder for temporary files. */
async function writeProfile(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'profile-'));
  await writeFile(join(profile, 'Cookies'), '');
  return profile;
}

test('what a browser writes is in a folder of its own, which goes with it', async () => {
  const { started, tempFolder } = await startInTempFolder(
    async ({ [variable]: told }) => [await writeProfile(), told],
    {},
  );
  expect(started[0]?.startsWith(tempFolder)).toBe(true);
  expect(started[1]).toBe(tempFolder);
  expect(tmpdir()).toBe(folder);
  await removeTempFolder(tempFolder);
  expect(await readdir(folder)).toEqual([]);
});

test('two that start together have a folder each, one that does not start leaves none', async () => {
  const [one, other] = await Promise.all([startInTempFolder(writeProfile, {}), startInTempFolder(writeProfile, {})]);
  expect(one.started.startsWith(one.tempFolder)).toBe(true);
  expect(other.started.startsWith(other.tempFolder)).toBe(true);
  expect(one.tempFolder).not.toBe(other.tempFolder);
  await expect(startInTempFolder(() => Promise.reject(new Error('no browser')), {})).rejects.toThrow('no browser');
  expect(await readdir(folder)).toHaveLength(2);
  expect(tmpdir()).toBe(folder);
});

test('what a killed process left is removed by the next browser, and nothing else', async () => {
  const script = `const { startInTempFolder } = await import(${JSON.stringify(moduleFile)});
    await startInTempFolder(async () => {}, {}); console.log('in'); setInterval(() => {}, 1000);`;
  const start = async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    return child;
  };
  const [killed, alive] = await Promise.all([start(), start()]);
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  const others = ['playwright_chromiumdev_profile-x', `planshelf-browser-${killed.pid ?? 0}-elsewhere.${hostname()}-x`];
  for (const name of others) await mkdir(join(folder, name));
  expect(await readdir(folder)).toHaveLength(4);
  const { tempFolder } = await startInTempFolder(() => Promise.resolve(), {});
  const left = await readdir(folder);
  expect(left).toHaveLength(4);
  expect(left.filter((name) => name.startsWith(`planshelf-browser-${alive.pid ?? 0}-`))).toHaveLength(1);
  expect(left).toEqual(expect.arrayContaining(others));
  expect(left.map((name) => join(folder, name))).toContain(tempFolder);
  alive.kill('SIGKILL');
  await once(alive, 'exit');
});
