import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { plan } from '../../fixtures/print/documents.ts';
import { browserStore, type PressRun, setUpPress } from '../../fixtures/print/press-run.ts';
import { findChromiumPackage, unpackChromium } from '../../../src/press/browser/bundled-chromium.ts';
import { readRemoteBrowser, RemoteBrowserError } from '../../../src/press/browser/remote-browser.ts';

let site: PressRun;
let local: readonly string[];
const closing: (() => Promise<unknown>)[] = [];

const digests = () =>
  Promise.all(
    site.jobs.map(async ({ out }) =>
      createHash('sha256')
        .update(await readFile(out))
        .digest('hex'),
    ),
  );

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** How the browsers of the tests are started: as the press starts its own. */
async function launchOptions() {
  const source = await findChromiumPackage();
  if (source === undefined) throw new Error('these tests need the bundled Chromium (Linux x64)');
  await mkdir(browserStore, { recursive: true });
  const { executable, libraries, fontConfig } = await unpackChromium(source, browserStore);
  const env = { ...process.env, TZ: 'UTC', FONTCONFIG_FILE: fontConfig, LD_LIBRARY_PATH: libraries };
  const args = ['--font-render-hinting=none', '--disable-gpu', '--disable-lcd-text', '--lang=zh-CN'];
  return { executablePath: executable, env, args, chromiumSandbox: false };
}

/** A Chromium that can be reached as one elsewhere is. */
async function remoteChromium(): Promise<{ readonly address: string; readonly browser: Browser }> {
  const port = await freePort();
  const options = await launchOptions();
  const browser = await chromium.launch({ ...options, args: [...options.args, `--remote-debugging-port=${port}`] });
  closing.push(() => browser.close());
  return { address: `http://127.0.0.1:${port}`, browser };
}

beforeAll(async () => {
  site = await setUpPress(Array.from({ length: 6 }, (_, n) => plan(`plan-${n}`, 6)));
  await site.run();
  local = await digests();
});

afterEach(() => {
  vi.unstubAllEnvs();
});

afterAll(async () => {
  for (const close of closing) await close();
  await site.remove();
});

test('a remote Chromium prints the same bytes, three documents at a time, and is not asked for them again', async () => {
  vi.stubEnv('PLANSHELF_BROWSER', (await remoteChromium()).address);
  vi.stubEnv('PLANSHELF_CONNECTIONS', '3');
  const results = await site.run({ force: true });
  expect(results.map(({ outcome }) => outcome)).toEqual(site.jobs.map(() => 'made'));
  expect(await digests()).toEqual(local);
  expect((await site.run()).every(({ outcome }) => outcome === 'reused')).toBe(true);
});

test('a browser that goes away in the middle is named, and what was made stays whole', async () => {
  const { address, browser } = await remoteChromium();
  vi.stubEnv('PLANSHELF_BROWSER', address);
  const results = await site.run({ force: true, onResult: () => void browser.close() });
  expect(results).toHaveLength(site.jobs.length);
  const last = results.filter((result) => result.outcome === 'failed').at(-1);
  expect(last?.failures[0]).toMatchObject({ check: 'browser' });
  expect(await digests()).toEqual(local);
});

test.each(['ws://', 'ws://user:geheim@'])(
  'nobody at %s: a message with the address, no secret in it',
  async (before) => {
    const port = await freePort();
    vi.stubEnv('PLANSHELF_BROWSER', `${before}127.0.0.1:${port}/chromium?token=geheim`);
    const failed = await site.run({ force: true }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(RemoteBrowserError);
    const { message } = failed as RemoteBrowserError;
    expect(message).toContain(`远程浏览器 ws://127.0.0.1:${port}/chromium?… 连不上（DevTools 协议）`);
    expect(message).not.toContain('geheim');
  },
);

test('two documents at a time unless set', () => {
  const connections = (env: Record<string, string>) =>
    readRemoteBrowser({ PLANSHELF_BROWSER: 'ws://a', ...env })?.connections;
  expect(connections({})).toBe(2);
  expect(connections({ PLANSHELF_CONNECTIONS: '8' })).toBe(8);
  expect(readRemoteBrowser({ PLANSHELF_BROWSER: '' })).toBeUndefined();
  for (const wrong of ['0', '-1', 'viele', '65'])
    expect(() => connections({ PLANSHELF_CONNECTIONS: wrong })).toThrow(/PLANSHELF_CONNECTIONS=.* 不对/);
});

test.each([
  ['chromium', 'chromium'],
  ['file:///usr/bin/chromium', 'file:///usr/bin/chromium'],
  ['host:9222', 'host:9222'],
  ['ftp://user:geheim@host/?token=geheim', 'ftp://host/?…'],
  ['user:geheim@host:9222', 'host:9222'],
  ['wss//host?token=geheim', 'wss//host?…'],
])('%s is no address, and its secret is not shown', (text, shown) => {
  expect(() => readRemoteBrowser({ PLANSHELF_BROWSER: text })).toThrow(
    new RemoteBrowserError(
      `PLANSHELF_BROWSER=${shown} 不是浏览器的地址：写成 http://主机:端口 或 ws://主机:端口/路径。`,
    ),
  );
});
