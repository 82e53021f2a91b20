import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { type BrowserServer, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { plan } from '../../fixtures/print/documents.ts';
import { browserStore, type PressRun, setUpPress } from '../../fixtures/print/press-run.ts';
import { findChromiumPackage, unpackChromium } from '../../../src/press/bundled-chromium.ts';
import { readRemoteBrowsers, RemoteBrowserError } from '../../../src/press/remote-browser.ts';

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

async function playwrightServer(): Promise<BrowserServer> {
  const server = await chromium.launchServer(await launchOptions());
  closing.push(() => server.close());
  return server;
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

test('a Playwright server prints the same bytes, over two connections', async () => {
  const server = await playwrightServer();
  vi.stubEnv('PLANSHELF_BROWSER', server.wsEndpoint());
  const results = await site.run({ force: true });
  expect(results.map(({ outcome }) => outcome)).toEqual(site.jobs.map(() => 'made'));
  expect(await digests()).toEqual(local);
  expect((await site.run()).every(({ outcome }) => outcome === 'reused')).toBe(true);
});

test('two servers share the work', async () => {
  const servers = [await playwrightServer(), await playwrightServer()];
  const connected = servers.map(() => 0);
  vi.stubEnv('PLANSHELF_BROWSER', servers.map((server) => server.wsEndpoint()).join(','));
  vi.stubEnv('PLANSHELF_CONNECTIONS', '3');
  const connect = vi.spyOn(chromium, 'connect');
  await site.run({ force: true });
  for (const [address] of connect.mock.calls as unknown as [string][]) {
    const index = servers.findIndex((server) => server.wsEndpoint() === address);
    connected[index] = (connected[index] ?? 0) + 1;
  }
  connect.mockRestore();
  // Each is asked for its version; the first then has two connections, the second one.
  expect(connected).toEqual([3, 2]);
  expect(await digests()).toEqual(local);
});

test('a Chromium that speaks the DevTools protocol prints the same bytes', async () => {
  const port = await freePort();
  const options = await launchOptions();
  const browser = await chromium.launch({ ...options, args: [...options.args, `--remote-debugging-port=${port}`] });
  closing.push(() => browser.close());
  vi.stubEnv('PLANSHELF_BROWSER', `http://127.0.0.1:${port}`);
  const results = await site.run({ force: true });
  expect(results.map(({ outcome }) => outcome)).toEqual(site.jobs.map(() => 'made'));
  expect(await digests()).toEqual(local);
});

test('a server that goes away in the middle is named, and what was made stays whole', async () => {
  const server = await playwrightServer();
  vi.stubEnv('PLANSHELF_BROWSER', server.wsEndpoint());
  const results = await site.run({ force: true, onResult: () => void server.kill() });
  expect(results).toHaveLength(site.jobs.length);
  const last = results.filter((result) => result.outcome === 'failed').at(-1);
  expect(last?.failures[0]).toMatchObject({ check: 'browser' });
  expect(await digests()).toEqual(local);
});

test('nobody at the address: a message with address and remedy, no token in it', async () => {
  const port = await freePort();
  vi.stubEnv('PLANSHELF_BROWSER', `ws://127.0.0.1:${port}/playwright?token=geheim`);
  const failed = await site.run({ force: true }).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(RemoteBrowserError);
  const { message } = failed as RemoteBrowserError;
  expect(message).toContain(`远程浏览器 ws://127.0.0.1:${port}/playwright?… 连不上（按 Playwright 协议）`);
  expect(message).toContain('cdp+ws://');
  expect(message).not.toContain('geheim');
});

test.each([
  ['ws://host:3000/', 'playwright'],
  ['wss://host/3f1e', 'playwright'],
  ['wss://host/chromium/playwright?token=1', 'playwright'],
  ['ws://host:9222/devtools/browser/3f1e', 'devtools'],
  ['http://host:9222', 'devtools'],
  ['wss://production.example?token=1', 'devtools'],
  ['cdp+ws://host:3000', 'devtools'],
  ['playwright+wss://host?token=1', 'playwright'],
])('%s speaks %s', (text, protocol) => {
  const address = text.replace(/^(?:cdp|playwright)\+/, '');
  expect(readRemoteBrowsers({ PLANSHELF_BROWSER: text })?.endpoints).toEqual([{ protocol, address }]);
});

test('connections: two unless set, one for each address at least', () => {
  const connections = (env: Record<string, string>) =>
    readRemoteBrowsers({ PLANSHELF_BROWSER: 'ws://a ws://b,ws://c', ...env })?.connections;
  expect(connections({})).toBe(3);
  expect(connections({ PLANSHELF_CONNECTIONS: '8' })).toBe(8);
  expect(readRemoteBrowsers({ PLANSHELF_BROWSER: 'ws://a' })?.connections).toBe(2);
  expect(readRemoteBrowsers({ PLANSHELF_BROWSER: '' })).toBeUndefined();
  for (const wrong of ['0', '-1', 'viele', '65'])
    expect(() => connections({ PLANSHELF_CONNECTIONS: wrong })).toThrow(/PLANSHELF_CONNECTIONS=.* 不对/);
});

test.each(['chromium', 'file:///usr/bin/chromium', 'ftp://host', 'cdp+host'])('%s is no address', (text) => {
  expect(() => readRemoteBrowsers({ PLANSHELF_BROWSER: text })).toThrow(RemoteBrowserError);
});
