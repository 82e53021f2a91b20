/** Programs that are killed at random moments, and what they leave. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ownProcesses } from '../fixtures/print/processes.ts';
import { ownEnvironment } from './fixture-site.ts';
import type { SmallDisk } from './mounted-place.ts';

export const faults = [
  'kill node',
  'kill Chromium',
  'kill a renderer',
  'interrupt',
  'two at once',
  'clock jumps',
  'disk full',
  'folder read-only',
] as const;
export type Fault = (typeof faults)[number];

/** Those that need a disk of their own. */
export const ofDisk: readonly Fault[] = ['disk full', 'folder read-only'];

export interface FaultOrder {
  /** Folder of the site. */
  readonly root: string;
  /** Arguments of Node.js. */
  readonly program: readonly string[];
  readonly fault: Fault;
  /** Milliseconds after the start. */
  readonly moment: number;
  readonly disk: SmallDisk | undefined;
}

export interface Round {
  /** Whether there was something left to strike at the moment. */
  readonly struck: boolean;
  /** `null` where a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  /** Browsers that outlived their program. */
  readonly orphans: number;
  /** How the second program ended, where there were two. */
  readonly second?: { readonly code: number | null; readonly output: string };
}

const isBrowser = (command: string): boolean =>
  command.includes('--remote-debugging-pipe') && !command.includes('--type=');

interface Running {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<readonly [number | null, NodeJS.Signals | null]>;
}

const years = 365 * 24 * 60 * 60 * 1000;

function environmentOf({ fault, moment, disk }: FaultOrder): NodeJS.ProcessEnv {
  const jump = `--import ${resolve(import.meta.dirname, '../fixtures/faults/jumping-clock.mjs')}`;
  return {
    ...ownEnvironment(),
    ...(disk !== undefined && { TMPDIR: disk.temporary }),
    ...(fault === 'clock jumps' && {
      NODE_OPTIONS: jump,
      CLOCK_JUMPS_AFTER: String(moment),
      // As far as the moment is late: forwards in one round, backwards in another.
      CLOCK_JUMPS_BY: String(((Math.round(moment) % 41) - 20) * years),
    }),
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
  };
}

function start(order: FaultOrder): Running {
  const child = spawn(process.execPath, order.program, { cwd: order.root, env: environmentOf(order) });
  let output = '';
  const listen = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  return { child, output: () => output, ended };
}

/** Strikes once; answers whether there was something to strike. */
async function strike({ fault, disk }: FaultOrder, { child }: Running): Promise<boolean> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return false;
  if (fault === 'kill node') return child.kill('SIGKILL');
  if (fault === 'interrupt') return child.kill('SIGINT');
  if (fault === 'clock jumps' || fault === 'two at once') return true;
  if (fault === 'disk full' || fault === 'folder read-only') {
    await (fault === 'disk full' ? disk?.fill() : disk?.seal());
    return disk !== undefined;
  }
  const target = ownProcesses(child.pid).find(({ command }) =>
    fault === 'kill Chromium' ? isBrowser(command) : command.includes('--type=renderer'),
  );
  if (target === undefined) return false;
  process.kill(target.pid, 'SIGKILL');
  return true;
}

/** Starts a program, strikes it at a moment, and looks at what it left. The disk is as before afterwards. */
export async function faultRound(order: FaultOrder): Promise<Round> {
  const running = start(order);
  const isOver = () => running.child.exitCode !== null || running.child.signalCode !== null;
  await Promise.race([wait(order.moment), running.ended]);
  let struck = await strike(order, running);
  // There is no browser yet in the first seconds: it is struck as soon as there is one.
  while (!struck && !isOver()) {
    await wait(20);
    struck = await strike(order, running);
  }
  const second = struck && order.fault === 'two at once' ? start(order) : undefined;
  const secondCode = await second?.ended;
  const [code, signal] = await running.ended;
  if (struck && order.fault === 'disk full') await order.disk?.clear();
  if (struck && order.fault === 'folder read-only') await order.disk?.unseal();
  const orphans = await browsersLeft(order.root);
  return {
    struck,
    code,
    signal,
    output: running.output(),
    orphans,
    ...(second !== undefined && { second: { code: secondCode?.[0] ?? null, output: second.output() } }),
  };
}

/** Browsers whose files are below a folder, some time after their program has ended. */
async function browsersLeft(folder: string): Promise<number> {
  for (let look = 0; ; look += 1) {
    const left = (await browsersOf(folder)).length;
    if (left === 0 || look === 50) return left;
    await wait(100);
  }
}

/** Processes of a browser that lies below a folder; also those without a parent, which `ownProcesses` cannot see. */
export async function browsersOf(folder: string): Promise<readonly string[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = names.map(async (name) => {
    // Ended between the two looks: not left.
    const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    return command.startsWith(folder) && command.includes('chromium') ? name : undefined;
  });
  return (await Promise.all(found)).filter((name) => name !== undefined);
}
