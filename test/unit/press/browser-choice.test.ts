import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserChoices, BrowserMissingError, installedPlaces } from '../../../src/press/browser/browser-choice.ts';
import { rememberRefusals, withoutRefused } from '../../../src/press/browser/browser-refusals.ts';
import { openFirstBrowser } from '../../../src/press/browser/browser.ts';

let folder: string;
let executable: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planshelf-browser-'));
  executable = join(folder, 'google-chrome');
  await writeFile(executable, '#!/bin/sh\necho "error while loading shared libraries: libnss3.so" >&2\nexit 127\n');
  await chmod(executable, 0o755);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('the named browser is the only choice', async () => {
  expect(await browserChoices({ PLANSHELF_CHROMIUM: executable, PATH: folder })).toMatchObject([
    { kind: 'named', executable },
  ]);
});

test('a named browser that is not there is an error that names it', async () => {
  await expect(browserChoices({ PLANSHELF_CHROMIUM: join(folder, 'gone') })).rejects.toThrow(
    /PLANSHELF_CHROMIUM=.*gone：没有这个可执行文件/,
  );
});

test('the bundled browser comes first, installed ones after it', async () => {
  const choices = await browserChoices({ PATH: folder });
  const kinds = choices.map(({ kind }) => kind);
  expect(kinds).toEqual(kinds.toSorted());
  expect(choices.some((choice) => 'executable' in choice && choice.executable === executable)).toBe(true);
});

test.each([
  ['linux', { PATH: '/opt/bin' }, '/opt/bin/chromium'],
  ['darwin', { HOME: '/Users/a' }, '/Users/a/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['win32', { PROGRAMFILES: 'C:\\Programme' }, 'C:\\Programme\\Microsoft\\Edge\\Application\\msedge.exe'],
] as const)('well-known places of %s', (platform, env, place) => {
  expect(installedPlaces(platform, env)).toContain(place);
});

test('the error says what to do and what was tried', () => {
  expect(new BrowserMissingError(['a：b']).message).toMatchInlineSnapshot(`
    "没有可用的浏览器，无法生成 PDF。
    办法（任选一种）：
    1. Linux x64：重新运行 npm ci，不要加 --omit=optional，自带的 Chromium 会一起装上；
    2. 安装 Chrome、Chromium 或 Edge；
    3. 把环境变量 PLANSHELF_CHROMIUM 设为浏览器可执行文件的完整路径。
    试过：
    - a：b"
  `);
});

test('a browser that cannot run is reported with its reason', async () => {
  const choices = await browserChoices({ PLANSHELF_CHROMIUM: executable });
  await expect(openFirstBrowser(choices, folder)).rejects.toThrow('error while loading shared libraries: libnss3.so');
});

test('a browser that could not run is left out next time, unless there is no other', async () => {
  const store = join(folder, 'store');
  const choices = [
    { kind: 'installed', executable: 'a', identity: 'a 1' },
    { kind: 'installed', executable: 'b', identity: 'b 1' },
  ] as const;
  await rememberRefusals(store, [choices[0]]);
  expect(await withoutRefused(choices, store)).toEqual([choices[1]]);
  expect(await withoutRefused([choices[0]], store)).toEqual([choices[0]]);
  const day = 24 * 60 * 60 * 1000;
  await writeFile(join(store, 'refused.json'), JSON.stringify({ 'a 1': Date.now() - day - 1 }));
  expect(await withoutRefused(choices, store)).toEqual(choices);
  await writeFile(join(store, 'refused.json'), '{');
  expect(await withoutRefused(choices, store)).toEqual(choices);
});
