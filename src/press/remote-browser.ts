/** Browsers that run elsewhere: a Playwright server, or a Chromium that speaks the DevTools protocol, such as browserless. */
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

export interface RemoteEndpoint {
  readonly protocol: 'playwright' | 'devtools';
  /** `ws:`, `wss:`, `http:` or `https:`. */
  readonly address: string;
}

/** What `PLANSHELF_BROWSER` and `PLANSHELF_CONNECTIONS` ask for. */
export interface RemoteBrowsers {
  readonly endpoints: readonly [RemoteEndpoint, ...RemoteEndpoint[]];
  /** Connections that are open at the same time, spread over the endpoints; each sets one document at a time. */
  readonly connections: number;
}

/** Raised when a remote browser cannot be reached or used; the message says which and what to do. */
export class RemoteBrowserError extends Error {
  override readonly name = 'RemoteBrowserError';
}

type Environment = Readonly<Record<string, string | undefined>>;

const connectMillis = 20_000;
const defaultConnections = 2;
const maxConnections = 64;

/** An address as it may be shown: browserless carries its token in the query. */
function shown(address: string): string {
  return address.replace(/\?.*$/, '?…').replace(/\/\/[^/@]*@/, '//…@');
}

/** The same for all addresses in a text: Playwright asks at others than the one that it was given. */
function withoutSecrets(text: string): string {
  return text.replace(/\b(?:wss?|https?):\/\/[^\s"'<>]+/g, shown);
}

/** Why an address in front of it, or in it, says which protocol is spoken there: see .github/docs/printing.md. */
function readEndpoint(text: string): RemoteEndpoint {
  const [, named, address = ''] = /^(?:(playwright|cdp)\+)?(.*)$/s.exec(text) ?? [];
  const url = URL.parse(address);
  if (url === null || !/^(?:ws|http)s?:$/.test(url.protocol)) {
    throw new RemoteBrowserError(
      `PLANSHELF_BROWSER 里的“${shown(text)}”不是浏览器的地址：写成 ws://主机:端口/路径，几个地址用逗号隔开。`,
    );
  }
  const devtools =
    url.protocol.startsWith('http') ||
    url.pathname.includes('/devtools/') ||
    (url.searchParams.has('token') && !url.pathname.includes('playwright'));
  const spoken = named === undefined ? devtools : named === 'cdp';
  return { protocol: spoken ? 'devtools' : 'playwright', address };
}

function readConnections(text: string | undefined, endpoints: number): number {
  if (text === undefined || text === '') return Math.max(defaultConnections, endpoints);
  const connections = /^\d+$/.test(text) ? Number(text) : 0;
  if (connections >= 1 && connections <= maxConnections) return connections;
  throw new RemoteBrowserError(`PLANSHELF_CONNECTIONS=${text} 不对：1 到 ${maxConnections} 的整数。`);
}

/**
 * @returns undefined where no remote browser is asked for
 * @throws {RemoteBrowserError} if what is asked for cannot be understood
 */
export function readRemoteBrowsers(env: Environment): RemoteBrowsers | undefined {
  const [first, ...others] = (env['PLANSHELF_BROWSER'] ?? '').split(/[\s,]+/).filter(Boolean);
  if (first === undefined) return undefined;
  const endpoints = [readEndpoint(first), ...others.map(readEndpoint)] as const;
  return { endpoints: [...endpoints], connections: readConnections(env['PLANSHELF_CONNECTIONS'], endpoints.length) };
}

function mendOf(message: string, protocol: RemoteEndpoint['protocol']): string {
  if (/version mismatch|\b428\b/i.test(message))
    return '服务器要用与本项目相同的 Playwright 版本（package-lock.json 里的 playwright-core）。';
  const other = protocol === 'playwright' ? 'cdp' : 'playwright';
  return `核对地址、口令和防火墙；若它说的是另一种协议，在地址前加 ${other}+，如 ${other}+ws://…。`;
}

/** @throws {RemoteBrowserError} if nobody answers, or not in this protocol */
export async function connectRemote({ protocol, address }: RemoteEndpoint): Promise<Browser> {
  try {
    return await (protocol === 'playwright'
      ? chromium.connect(address, { timeout: connectMillis })
      : chromium.connectOverCDP(address, { timeout: connectMillis }));
  } catch (error) {
    const message = withoutSecrets(error instanceof Error ? error.message : String(error));
    const spoken = protocol === 'playwright' ? 'Playwright' : 'DevTools';
    throw new RemoteBrowserError(
      `远程浏览器 ${shown(address)} 连不上（按 ${spoken} 协议）：${message.split('\n')[0] ?? ''}\n${mendOf(message, protocol)}`,
      { cause: error },
    );
  }
}

/**
 * Name and version of the remote browsers. They are asked each time: the browser decides where pages break, so a PDF of
 * another version must not be taken for this one's.
 * @throws {RemoteBrowserError} if one cannot be reached, or they differ
 */
export async function remoteIdentity({ endpoints }: RemoteBrowsers): Promise<string> {
  const versions = await Promise.all(
    endpoints.map(async (endpoint) => {
      const browser = await connectRemote(endpoint);
      const version = browser.version();
      await browser.close();
      return version;
    }),
  );
  if (new Set(versions).size > 1) {
    const list = endpoints.map(({ address }, index) => `${shown(address)} ${versions[index] ?? ''}`).join('；');
    throw new RemoteBrowserError(`远程浏览器的版本不一致，同一份计划会分出不同的页：${list}。请换成同一个版本。`);
  }
  return `remote Chromium ${versions[0] ?? ''}`;
}

/**
 * Answers a remote browser's requests for the press's own server over the connection itself: the browser needs no way to
 * this machine, and this machine opens no port to others.
 * @param origin `http://127.0.0.1:4321`
 */
export async function carrySite(context: BrowserContext, origin: string): Promise<void> {
  await context.route(`${origin}/**`, async (route) => {
    try {
      const answer = await fetch(route.request().url());
      const contentType = answer.headers.get('content-type') ?? 'application/octet-stream';
      await route.fulfill({ status: answer.status, contentType, body: Buffer.from(await answer.arrayBuffer()) });
    } catch {
      // Whoever went away, server, page or browser: the page hears of it if it is still there.
      await route.abort('connectionfailed').catch(() => undefined);
    }
  });
}
