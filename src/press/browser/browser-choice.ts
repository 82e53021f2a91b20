/** Which browsers can print on this machine, in the order in which they are tried. */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type ChromiumPackage, findChromiumPackage } from './bundled-chromium.ts';
import { readRemoteBrowser, type RemoteBrowser, remoteIdentity } from './remote-browser.ts';

/** A browser that may be started, or reached. */
export type BrowserChoice =
  | { readonly kind: 'named' | 'installed'; readonly executable: string; readonly identity: string }
  | {
      readonly kind: 'bundled';
      readonly source: ChromiumPackage;
      readonly identity: string;
      /** It sees the fonts of the system beside those of its package. */
      readonly systemFonts?: boolean;
    }
  | { readonly kind: 'remote'; readonly remote: RemoteBrowser; readonly identity: string };

/** Raised when no browser can be started. */
export class BrowserMissingError extends Error {
  override readonly name = 'BrowserMissingError';
  /** @param attempts what was tried, with the reason why it did not work */
  constructor(attempts: readonly string[]) {
    const tried = attempts.length === 0 ? '' : `\n试过：\n${attempts.map((attempt) => `- ${attempt}`).join('\n')}`;
    super(
      '没有可用的浏览器，无法生成 PDF。\n' +
        '办法（任选一种）：\n' +
        '1. Linux x64：重新运行 npm ci，不要加 --omit=optional，自带的 Chromium 会一起装上；\n' +
        '2. 安装 Chrome、Chromium 或 Edge；\n' +
        `3. 把环境变量 PLANSHELF_CHROMIUM 设为浏览器可执行文件的完整路径。${tried}`,
    );
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable'];
const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Where Chrome, Chromium and Edge are usually installed, best first. */
export function installedPlaces(platform: NodeJS.Platform, env: Environment): readonly string[] {
  if (platform === 'darwin') {
    return ['/Applications', `${env['HOME'] ?? ''}/Applications`].flatMap((folder) =>
      macApplications.map((application) => `${folder}/${application}`),
    );
  }
  if (platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((name) => env[name])
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => windowsPrograms.map((program) => `${folder}\\${program}`));
  }
  const folders = [...(env['PATH'] ?? '').split(delimiter).filter(Boolean), '/usr/bin', '/snap/bin'];
  return [
    ...new Set(names.flatMap((name) => folders.map((folder) => join(folder, name)))),
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
  ];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false; // not there, or not ours to run: the same for this question
  }
}

/** Stands for name and version of an installed browser without starting it: an update replaces the file. */
function identityOf(path: string): string {
  const { size, mtimeMs } = statSync(path);
  return `${path} ${size} ${Math.trunc(mtimeMs)}`;
}

/**
 * The browsers to try. `PLANSHELF_BROWSER` and `PLANSHELF_CHROMIUM` are orders, so nothing else is tried beside them. The bundled one comes before the
 * installed ones because the browser decides where pages break: the same commit shall give the same bytes on every machine.
 * @param systemFonts whether documents may use the fonts of this machine; installed browsers always can
 * @throws {BrowserMissingError} if there is none, or the named one is not there
 * @throws {RemoteBrowserError} if the remote one cannot be used
 */
export async function browserChoices(
  env: Environment = process.env,
  systemFonts = false,
): Promise<readonly BrowserChoice[]> {
  const remote = readRemoteBrowser(env);
  if (remote !== undefined) return [{ kind: 'remote', remote, identity: await remoteIdentity(remote) }];
  const named = env['PLANSHELF_CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (!isExecutable(named)) throw new BrowserMissingError([`PLANSHELF_CHROMIUM=${named}：没有这个可执行文件`]);
    return [{ kind: 'named', executable: named, identity: identityOf(named) }];
  }
  const source = await findChromiumPackage();
  const bundled: readonly BrowserChoice[] =
    source === undefined
      ? []
      : [{ kind: 'bundled', source, identity: `@sparticuz/chromium ${source.version}`, systemFonts }];
  const installed = installedPlaces(process.platform, env)
    .filter(isExecutable)
    .map((executable): BrowserChoice => ({ kind: 'installed', executable, identity: identityOf(executable) }));
  const choices = [...bundled, ...installed];
  if (choices.length === 0) throw new BrowserMissingError([]);
  return choices;
}
