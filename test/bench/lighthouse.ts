/** Lighthouse's four scores of a page. */
import { createServer } from 'node:net';
import lighthouse, { desktopConfig } from 'lighthouse';
import { type Browser, chromium } from 'playwright-core';
import type { BrowserChoice } from '../../src/press/browser/browser-choice.ts';
import { unpackChromium } from '../../src/press/browser/bundled-chromium.ts';

export type Device = 'mobile' | 'desktop';

/** Category → score from 0 to 100. */
export type Scores = ReadonlyMap<string, number>;

/** A browser that Lighthouse can reach. */
export interface AuditBrowser {
  readonly browser: Browser;
  /** TCP port of the DevTools protocol. */
  readonly port: number;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The press's own browser with a port for Lighthouse; the press itself speaks through a pipe. */
export async function openAuditBrowser(choice: BrowserChoice, cacheFolder: string): Promise<AuditBrowser> {
  if (choice.kind === 'remote') throw new Error('Lighthouse 需要本机的浏览器：请不要设 PLANSHELF_BROWSER。');
  const port = await freePort();
  const unpacked = choice.kind === 'bundled' ? await unpackChromium(choice.source, cacheFolder) : undefined;
  const fonts = unpacked === undefined ? {} : { FONTCONFIG_FILE: unpacked.fontConfig };
  const libraries = unpacked === undefined ? {} : { LD_LIBRARY_PATH: unpacked.libraries };
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const browser = await chromium.launch({
    executablePath: unpacked?.executable ?? ('executable' in choice ? choice.executable : ''),
    env: { ...Object.fromEntries(inherited), ...fonts, ...libraries },
    args: [`--remote-debugging-port=${port}`, '--disable-gpu', '--lang=zh-CN'],
  });
  return { browser, port };
}

/**
 * @returns the scores, and what kept each category from 100
 * @throws if the page could not be audited
 */
export async function auditPage(
  { port }: AuditBrowser,
  address: string,
  device: Device,
): Promise<{ readonly scores: Scores; readonly lost: readonly string[] }> {
  const config = device === 'desktop' ? desktopConfig : undefined;
  const result = await lighthouse(address, { port, logLevel: 'error' }, config);
  if (result?.lhr.runtimeError !== undefined) throw new Error(result.lhr.runtimeError.message);
  if (result === undefined) throw new Error(`Lighthouse 没有给出 ${address} 的结果`);
  const { categories, audits } = result.lhr;
  const scores = new Map(Object.entries(categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]));
  const lost = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs
      .filter(({ weight, id }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${id}：${audits[id]?.displayValue ?? audits[id]?.title ?? ''}`),
  );
  return { scores, lost };
}
