/** Server, browser and warm pages of one run, opened together and closed together. */
import { join } from 'node:path';
import { browsersAtOnce, type PressBrowser, openBrowser, openFirstBrowser } from './browser.ts';
import type { BrowserChoice } from './browser-choice.ts';
import { rememberRefusals } from './browser-refusals.ts';
import { serve } from './serve.ts';
import { createStage, type Seat, type Stage } from './stage.ts';

export interface PrinterOptions {
  readonly root: string;
  /** Base path, normalized. */
  readonly base: string;
  readonly cacheFolder: string;
  /** Browsers to try, best first. */
  readonly choices: readonly BrowserChoice[];
  /** Address path of any print document; the warm pages are opened there. */
  readonly stage: string;
  readonly timeoutMillis?: number;
}

export interface Printer {
  /** The browser that could be started. */
  readonly choice: BrowserChoice;
  readonly browserName: string;
  /** `http://127.0.0.1:4321`, to which address paths are added. */
  readonly origin: string;
  /** How many documents are best set at the same time. */
  readonly seats: number;
  seat(): Seat;
  /** Closes browser and server; jobs that run are lost. May be called again. */
  close(): Promise<void>;
}

/** Documents set at the same time in a browser on this machine; two suit two cores. */
const seatsHere = 2;

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
  const stages = stagesOf(opened, server.origin, options);
  let taken = 0;
  return {
    choice: opened.choice,
    browserName: opened.name,
    origin: server.origin,
    seats: opened.choice.kind === 'remote' ? stages.length : seatsHere,
    seat: () => {
      const stage = stages[taken % stages.length] ?? stages[0];
      taken += 1;
      return stage.seat();
    },
    close: async () => {
      await Promise.all([opened.close(), ...stages.map((stage) => stage.close()), server.close()]);
    },
  };
}

/** One for each browser that is open at the same time; the first takes the browser that is open already. */
function stagesOf(opened: PressBrowser, origin: string, options: PrinterOptions): readonly [Stage, ...Stage[]] {
  const { stage, timeoutMillis } = options;
  let unused: PressBrowser | undefined = opened;
  const stageOf = (turn: number): Stage =>
    createStage({
      address: origin + stage,
      open: async () => {
        const browser = turn === 0 ? unused : undefined;
        if (turn === 0) unused = undefined;
        return browser ?? (await openBrowser(opened.choice, browserFolder(options.cacheFolder), turn));
      },
      ...(timeoutMillis === undefined ? {} : { timeoutMillis }),
    });
  const others = Array.from({ length: browsersAtOnce(opened.choice) - 1 }, (_, index) => stageOf(index + 1));
  return [stageOf(0), ...others];
}
