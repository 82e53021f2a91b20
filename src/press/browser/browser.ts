/** The one place where a browser is started or connected to, and where it is closed. */
import { type Browser, chromium } from 'playwright-core';
import { waitAtMost } from '../wait-at-most.ts';
import { type BrowserChoice, BrowserMissingError } from './browser-choice.ts';
import { startInTempFolder, removeTempFolder } from './browser-temp-folder.ts';
import { unpackChromium } from './bundled-chromium.ts';
import { trace } from '../trace.ts';
import { connectRemote, RemoteBrowserError } from './remote-browser.ts';

/** A running browser. */
export interface PressBrowser {
  readonly browser: Browser;
  /** Name and version as the browser itself gives them, `Chromium 153.0.8010.0`. */
  readonly name: string;
  readonly choice: BrowserChoice;
  /** Closes the browser; may be called more than once. */
  close(): Promise<void>;
}

interface Start {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
  /** Tried when the system lacks shared libraries. */
  readonly libraries?: string;
}

/** A browser, and how it is closed. */
type Opened = Pick<PressBrowser, 'browser' | 'close'>;

/** Beside Playwright's own, which switch off updates, background traffic and field trials. */
const launchArguments = [
  '--font-render-hinting=none',
  '--disable-gpu',
  '--disable-lcd-text',
  '--disable-sync',
  '--disable-domain-reliability',
  '--no-pings',
  '--lang=zh-CN',
];
const launchMillis = 30_000;
const remoteCloseMillis = 10_000;

function baseEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  // The PDF's dates carry the time zone.
  return { ...Object.fromEntries(entries), TZ: 'UTC' };
}

type LocalChoice = Exclude<BrowserChoice, { kind: 'remote' }>;

async function startOf(choice: LocalChoice, cacheFolder: string): Promise<Start> {
  if (choice.kind !== 'bundled') return { executable: choice.executable, env: baseEnvironment() };
  const { executable, libraries, fontConfig } = await unpackChromium(choice.source, cacheFolder);
  const fonts = choice.systemFonts === true ? {} : { FONTCONFIG_FILE: fontConfig };
  return { executable, libraries, env: { ...baseEnvironment(), ...fonts } };
}

async function launch({ executable, env }: Start, sandbox: boolean): Promise<Opened> {
  const { started: browser, tempFolder } = await startInTempFolder(
    (environment) =>
      chromium.launch({
        executablePath: executable,
        env: { ...environment },
        args: launchArguments,
        chromiumSandbox: sandbox,
        headless: true,
        timeout: launchMillis,
        // The caller handles signals, so that it can shut down in order.
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
      }),
    env,
  );
  browser.once('disconnected', () => void removeTempFolder(tempFolder));
  const close = async (): Promise<void> => {
    await browser.close();
    await removeTempFolder(tempFolder);
  };
  return { browser, close };
}

async function launchWithFallbacks(start: Start): Promise<Opened> {
  // Chromium refuses its sandbox to root.
  const sandbox = process.platform !== 'linux' || process.getuid?.() !== 0;
  try {
    return await launch(start, sandbox);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (sandbox && /No usable sandbox|SUID sandbox|namespace sandbox/i.test(message)) return launch(start, false);
    if (start.libraries === undefined || !message.includes('error while loading shared libraries')) throw error;
    const path = [process.env['LD_LIBRARY_PATH'], start.libraries].filter(Boolean).join(':');
    return launchWithFallbacks({ executable: start.executable, env: { ...start.env, LD_LIBRARY_PATH: path } });
  }
}

async function openAt(choice: BrowserChoice, cacheFolder: string): Promise<Opened> {
  if (choice.kind !== 'remote') return launchWithFallbacks(await startOf(choice, cacheFolder));
  const browser = await connectRemote(choice.remote);
  // Of a remote browser only the connection is closed, which may hang.
  return { browser, close: () => waitAtMost(remoteCloseMillis, browser.close()) };
}

/**
 * Starts a browser, or connects to one.
 * @param cacheFolder where the bundled one is unpacked
 * @throws if it cannot be unpacked or started, or not be reached
 */
export async function openBrowser(choice: BrowserChoice, cacheFolder: string): Promise<PressBrowser> {
  const { browser, close } = await openAt(choice, cacheFolder);
  const product = 'executable' in choice && /edge/i.test(choice.executable) ? 'Edge' : 'Chromium';
  let closing: Promise<void> | undefined;
  return { browser, choice, name: `${product} ${browser.version()}`, close: () => (closing ??= close()) };
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const loading = /error while loading shared libraries.*|version `?GLIBC.*/.exec(message)?.[0];
  return loading ?? message.split('\n').slice(0, 2).join(' ');
}

/** Whether the browser cannot run on this system, rather than failed this time. */
function cannotRun(error: unknown): boolean {
  const message = error instanceof Error ? error.message : String(error);
  return /shared libraries|GLIBC|ENOENT|EACCES|Exec format|cannot execute/i.test(message);
}

function isDiskError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'].includes(String(error.code));
}

async function openWithRetry(choice: BrowserChoice, cacheFolder: string): Promise<PressBrowser> {
  try {
    return await openBrowser(choice, cacheFolder);
  } catch (error) {
    // Another browser would break pages elsewhere: it is worth a second try.
    if (cannotRun(error) || error instanceof RemoteBrowserError) throw error;
    return await openBrowser(choice, cacheFolder);
  }
}

/**
 * Starts the first browser that can be started.
 * @returns it, and those before it that cannot run on this system
 * @throws {BrowserMissingError} with every reason, if none can; the system's error, if there is no disk to unpack it on
 */
export async function openFirstBrowser(
  choices: readonly BrowserChoice[],
  cacheFolder: string,
): Promise<{ readonly opened: PressBrowser; readonly refused: readonly BrowserChoice[] }> {
  const attempts: string[] = [];
  const refused: BrowserChoice[] = [];
  let noDisk: Error | undefined;
  for (const choice of choices) {
    try {
      const opened = await openWithRetry(choice, cacheFolder);
      trace(() => `启动 ${opened.name}（${choice.kind}：${choice.identity}）`);
      return { opened, refused };
    } catch (error) {
      if (error instanceof RemoteBrowserError) throw error;
      if (isDiskError(error)) noDisk ??= error;
      if (cannotRun(error)) refused.push(choice);
      trace(() => `没有启动 ${choice.identity}：${messageOf(error)}`);
      attempts.push(`${choice.identity}：${messageOf(error)}`);
    }
  }
  // Another browser would not fit on a full disk either.
  throw noDisk ?? new BrowserMissingError(attempts);
}
