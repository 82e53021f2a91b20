/** A Chromium that runs elsewhere and speaks the DevTools protocol: one with `--remote-debugging-port`, or browserless. */
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

/** What `PLANSHELF_BROWSER` and `PLANSHELF_CONNECTIONS` ask for. */
export interface RemoteBrowser {
  /** `ws:`, `wss:`, `http:` or `https:`. */
  readonly address: string;
  /** Documents that are set in it at the same time. */
  readonly connections: number;
}

/** Raised when a remote browser cannot be reached or used; the message says which and what to do. */
export class RemoteBrowserError extends Error {
  override readonly name = 'RemoteBrowserError';
}

const connectMillis = 20_000;
const maxConnections = 64;

/** A text as it may be shown: browserless carries its token in the query of its address, others in front of the host. */
function withoutSecrets(text: string): string {
  return text.replace(/[^\s/@"'<>=]+@/g, '').replace(/\?[^\s"'<>]+/g, '?…');
}

/**
 * @returns undefined where no remote browser is asked for
 * @throws {RemoteBrowserError} if what is asked for cannot be understood
 */
export function readRemoteBrowser(env: Readonly<Record<string, string | undefined>>): RemoteBrowser | undefined {
  const { PLANSHELF_BROWSER: address = '', PLANSHELF_CONNECTIONS: connections = '' } = env;
  if (address === '') return undefined;
  if (!/^(?:ws|http)s?:$/.test(URL.parse(address)?.protocol ?? ''))
    throw new RemoteBrowserError(
      `PLANSHELF_BROWSER=${withoutSecrets(address)} 不是浏览器的地址：写成 http://主机:端口 或 ws://主机:端口/路径。`,
    );
  if (
    connections !== '' &&
    !(/^\d+$/.test(connections) && Number(connections) >= 1 && Number(connections) <= maxConnections)
  )
    throw new RemoteBrowserError(`PLANSHELF_CONNECTIONS=${connections} 不对：1 到 ${maxConnections} 的整数。`);
  return { address, connections: Number(connections || '2') };
}

/** @throws {RemoteBrowserError} if there is no answer */
export async function connectRemote({ address }: RemoteBrowser): Promise<Browser> {
  try {
    return await chromium.connectOverCDP(address, { timeout: connectMillis });
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    const text = `远程浏览器 ${address} 连不上（DevTools 协议）：${reason}\n核对地址、口令和防火墙。`;
    throw new RemoteBrowserError(withoutSecrets(text), { cause: error });
  }
}

/**
 * Name and version of the remote browser. It is asked each time: the browser decides where pages break, so a PDF of another
 * version must not be taken for this one's.
 * @throws {RemoteBrowserError} if it cannot be reached
 */
export async function remoteIdentity(remote: RemoteBrowser): Promise<string> {
  const browser = await connectRemote(remote);
  const version = browser.version();
  await browser.close();
  return `remote Chromium ${version}`;
}

/**
 * Answers a remote browser's requests for the press's own server over the connection itself: the browser needs no way to
 * this machine, and this machine opens no port to others.
 * @param origin `http://127.0.0.1:4321`
 */
export async function routeSite(context: BrowserContext, origin: string): Promise<void> {
  await context.route(`${origin}/**`, async (route) => {
    // Server, page or browser may have closed; the page sees a failed request if it still exists.
    const answer = route.fetch().then((response) => route.fulfill({ response }));
    await answer.catch(() => route.abort('connectionfailed')).catch(() => undefined);
  });
}
