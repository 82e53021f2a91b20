/** Server, browser and warm pages of one run, opened together and closed together. */
import { join } from 'node:path';
import { type PressBrowser, openBrowser, openFirstBrowser } from './browser/browser.ts';
import type { BrowserChoice } from './browser/browser-choice.ts';
import { rememberRefusals } from './browser/browser-refusals.ts';
import { serve } from './serve.ts';
import { createPagePool, type PooledPage } from './browser/page-pool.ts';

export interface PrinterOptions {
  readonly root: string;
  /** Base path, normalized. */
  readonly base: string;
  readonly cacheFolder: string;
  /** Browsers to try, best first. */
  readonly choices: readonly BrowserChoice[];
  /** Address path of any print document; the warm pages are opened there. */
  readonly pagePath: string;
  readonly timeoutMillis?: number;
}

export interface Printer {
  /** The browser that could be started. */
  readonly choice: BrowserChoice;
  readonly browserName: string;
  /** `http://127.0.0.1:4321`, to which address paths are added. */
  readonly origin: string;
  /** How many documents are best set at the same time. */
  readonly concurrency: number;
  readonly page: () => PooledPage;
  /** Closes browser and server; jobs that run are lost. May be called again. */
  close(): Promise<void>;
}

/** Documents set at the same time in a browser on this machine; two suit two cores. */
const localConcurrency = 2;

/** Folder of the unpacked browser within the cache folder. */
export function browserFolder(cacheFolder: string): string {
  return join(cacheFolder, 'browser');
}

/**
 * Starts browser and server.
 * @throws {BrowserMissingError} if no browser can be started
 * @throws {RemoteBrowserError} if the remote one does not answer
 */
export async function openPrinter(options: PrinterOptions): Promise<Printer> {
  const folder = browserFolder(options.cacheFolder);
  const { opened, refused } = await openFirstBrowser(options.choices, folder);
  const server = await serve({ root: options.root, base: options.base }).catch(async (error: unknown) => {
    await opened.close();
    throw error;
  });
  await rememberRefusals(folder, refused);
  let unused: PressBrowser | undefined = opened;
  const pool = createPagePool({
    address: server.origin + options.pagePath,
    open: () => {
      const first = unused;
      unused = undefined;
      return first === undefined ? openBrowser(opened.choice, folder) : Promise.resolve(first);
    },
    ...(options.timeoutMillis === undefined ? {} : { timeoutMillis: options.timeoutMillis }),
  });
  return {
    choice: opened.choice,
    browserName: opened.name,
    origin: server.origin,
    concurrency: opened.choice.kind === 'remote' ? opened.choice.remote.connections : localConcurrency,
    page: pool.page,
    close: async () => {
      await Promise.all([opened.close(), pool.close(), server.close()]);
    },
  };
}
