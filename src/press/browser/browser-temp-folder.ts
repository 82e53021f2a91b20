/**
 * A folder for each browser of what it and Playwright write while it runs: profile, artifacts, temporary files. They remove
 * it in the end, unless they are killed; the next browser then finds it by its name and removes it.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '../is-running.ts';

const prefix = 'planshelf-browser-';
const variables = process.platform === 'win32' ? ['TEMP', 'TMP'] : ['TMPDIR'];

/** The process id and host name: another machine may share the folder. */
function nameOf(pid: number): string {
  return `${prefix}${pid}-${hostname()}-`;
}

async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = Number(/^planshelf-browser-(\d+)-/.exec(name)?.[1]);
    if (Number.isNaN(pid) || !name.startsWith(nameOf(pid)) || isRunning(pid)) continue;
    await removeTempFolder(join(folder, name));
  }
}

/** Another run may remove it too, or a file in it be held open yet: it need not be removed at once. */
export async function removeTempFolder(tempFolder: string): Promise<void> {
  await rm(tempFolder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
}

/** Resolves when no browser is being started. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Starts a browser with a folder of its own. Playwright takes the system's folder for temporary files, and lets nobody name
 * another, so it is another for as long as the start takes; one start waits for the other.
 * @param environment of the browser
 */
export async function startInTempFolder<T>(
  start: (environment: Readonly<Record<string, string>>) => Promise<T>,
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly started: T; readonly tempFolder: string }> {
  const turn = before.then(() => startInNewFolder(start, environment));
  before = turn.catch(() => undefined);
  return turn;
}

async function startInNewFolder<T>(
  start: (environment: Readonly<Record<string, string>>) => Promise<T>,
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly started: T; readonly tempFolder: string }> {
  const temporary = tmpdir();
  await removeAbandoned(temporary);
  const tempFolder = await mkdtemp(join(temporary, nameOf(process.pid)));
  const usual = variables.map((name) => [name, process.env[name]] as const);
  const own = Object.fromEntries(variables.map((name) => [name, tempFolder]));
  Object.assign(process.env, own);
  try {
    return { started: await start({ ...environment, ...own }), tempFolder: tempFolder };
  } catch (error) {
    await removeTempFolder(tempFolder);
    throw error;
  } finally {
    for (const [name, value] of usual) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
}
