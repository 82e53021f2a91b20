/** Builds that come to grief at random moments, and what must hold afterwards. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ownProcesses } from '../fixtures/print/processes.ts';
import { ownEnvironment } from './fixture-site.ts';

/** What is done to a build. */
export const faults = ['kill node', 'kill Chromium', 'kill a renderer', 'interrupt'] as const;
export type Fault = (typeof faults)[number];

const isBrowser = (command: string): boolean =>
  command.includes('--remote-debugging-pipe') && !command.includes('--type=');

/** Strikes once; answers whether there was something to strike. */
function strike(fault: Fault, child: ChildProcess): boolean {
  if (child.pid === undefined || child.exitCode !== null) return false;
  if (fault === 'kill node') return child.kill('SIGKILL');
  if (fault === 'interrupt') return child.kill('SIGINT');
  const processes = ownProcesses(child.pid);
  const target = processes.find(({ command }) =>
    fault === 'kill Chromium' ? isBrowser(command) : command.includes('--type=renderer'),
  );
  if (target === undefined) return false;
  process.kill(target.pid, 'SIGKILL');
  return true;
}

/** Files at final paths that are not whole: PDFs without an end, pages without one. */
export async function brokenFiles(dist: string): Promise<readonly string[]> {
  if (!existsSync(dist)) return [];
  const names = await readdir(dist, { recursive: true });
  const broken: string[] = [];
  for (const name of names.filter((file) => /\.(?:pdf|html|json)$/.test(file))) {
    const bytes = await readFile(join(dist, name));
    const text = bytes.toString('latin1').trimEnd();
    // Astro puts some scripts behind the end of the page.
    const page = /<\/html>(?:\s*<script[^>]*><\/script>)*$/.test(text);
    const whole = name.endsWith('.pdf') ? text.endsWith('%%EOF') : name.endsWith('.html') ? page : isJson(bytes);
    if (!whole) broken.push(name);
  }
  return broken;
}

function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(bytes.toString('utf8'));
    return true;
  } catch {
    return false; // what is asked is whether it can be read
  }
}

/** SHA-256 of every file of a site, by name. */
export async function digestsOf(dist: string): Promise<Record<string, string>> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashes = paths.map(
    async (path) =>
      [
        path.slice(dist.length),
        createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      ] as const,
  );
  return Object.fromEntries(await Promise.all(hashes));
}

export interface Round {
  readonly fault: Fault;
  /** Milliseconds after the start at which it struck. */
  readonly moment: number;
  readonly struck: boolean;
  readonly broken: readonly string[];
  /** Browsers that outlived their build. */
  readonly orphans: number;
}

/**
 * Starts a program, strikes it at a moment, and looks at what it left.
 * @param args of Node.js
 * @param moment milliseconds
 */
export async function faultRound(cwd: string, args: readonly string[], fault: Fault, moment: number): Promise<Round> {
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: 'ignore',
    env: { ...ownEnvironment(), ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const ended = once(child, 'exit');
  await wait(moment);
  let struck = strike(fault, child);
  // There is no browser yet in the first seconds: it is struck as soon as there is one.
  while (!struck && child.exitCode === null && child.signalCode === null) {
    await wait(20);
    struck = strike(fault, child);
  }
  await ended;
  const orphans = await browsersLeft(cwd);
  return { fault, moment, struck, broken: await brokenFiles(join(cwd, 'dist')), orphans };
}

/** Browsers whose files are below a folder, some time after their build has ended. */
async function browsersLeft(folder: string): Promise<number> {
  for (let look = 0; ; look += 1) {
    const left = (await chromiumsOf(folder)).length;
    if (left === 0 || look === 50) return left;
    await wait(100);
  }
}

/** Also those that have no parent any more, which `ownProcesses` cannot see. */
async function chromiumsOf(folder: string): Promise<readonly string[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = names.map(async (name) => {
    // Ended between the two looks: not left.
    const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    return command.startsWith(folder) && command.includes('chromium') ? name : undefined;
  });
  return (await Promise.all(found)).filter((name) => name !== undefined);
}
