/**
 * Who may write in a checkout. A lock is a socket that the system takes away with its process, however that ends: a killed
 * build leaves nothing that would stop the next one, and no clock decides what is stale.
 */
import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * What one process at a time may do: `build`, make pages of the content and files of the pages; `dev`, show them while
 * somebody writes; `content`, read the content in, which builds and the development server do into the same files.
 */
export type Locked = 'build' | 'dev' | 'content';

/** Raised when another process of the same checkout does what only one may do. */
export class BuildBusyError extends Error {
  override readonly name = 'BuildBusyError';
  /** @param pid of the process that has the lock; undefined where it is too busy to say */
  constructor(what: Locked, root: string, pid: number | undefined) {
    const [who, stop] = pid === undefined ? ['', ''] : [`（进程 ${pid}）`, `；要停下它，用 kill ${pid}`];
    super(
      what === 'dev'
        ? `${root} 的 npm run dev 已经在运行${who}，用它给出的地址就行${stop}。`
        : `${root} 里另一个命令正在生成文件${who}。等它结束后再运行，或在命令后加 --wait 自动等它${stop}。什么都没有改动。`,
    );
  }
}

/** How to wait for a lock, rather than be refused. */
export interface LockWait {
  readonly print: (text: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Where sockets that are files lie; `TMPDIR` is another while a browser starts. */
const socketFolder = tmpdir();
const answerMillis = 2000;
const lookMillis = 300;

/** Linux has names without files and Windows has pipes; elsewhere it is a file that a killed process leaves behind. */
function addressOf(root: string, what: Locked): { readonly path: string; readonly isFile: boolean } {
  const name = `planshelf-${createHash('sha256').update(`${what}\0${root}`).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return { path: `\0${name}`, isFile: false };
  if (process.platform === 'win32') return { path: `\\\\.\\pipe\\${name}`, isFile: false };
  return { path: join(socketFolder, `${name}.sock`), isFile: true };
}

function listen(path: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy()); // who asked went away
      socket.end(String(process.pid));
    });
    server.once('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(path, () => {
      // It must not keep a finished process alive.
      server.unref();
      resolve(server);
    });
  });
}

/** The process behind the lock: its id, `busy` where it has no time to answer, `gone` where it has ended. */
function holder(path: string): Promise<number | 'busy' | 'gone'> {
  return new Promise((resolve) => {
    let answer = '';
    let late = false;
    const socket = connect(path);
    socket.setTimeout(answerMillis, () => {
      late = true;
      socket.destroy();
    });
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', () => {
      // no listener: `close` follows
    });
    socket.on('close', () => {
      resolve(/^\d+$/.test(answer) ? Number(answer) : late ? 'busy' : 'gone');
    });
  });
}

/** Takes a lock, or answers who has it. */
async function take(root: string, what: Locked): Promise<(() => void) | number | 'busy'> {
  const { path, isFile } = addressOf(root, what);
  for (let attempt = 0; ; attempt += 1) {
    const server = await listen(path);
    if (server !== undefined) return () => void server.close();
    const there = await holder(path);
    if (there === process.pid) return () => undefined;
    if (there !== 'gone') return there;
    if (attempt > 0) return 'busy';
    if (isFile) await rm(path, { force: true });
  }
}

/**
 * Takes a lock of a checkout. The process that has it may take it again.
 * @param root folder of the checkout
 * @param wait waits until it is free; without it, a lock that is taken is refused
 * @returns gives it back; the end of the process does the same
 * @throws {BuildBusyError} if another process has it, and `wait` is not given
 */
export async function lockBuild(root: string, what: Locked = 'build', wait?: LockWait): Promise<() => void> {
  const real = await realpath(root);
  for (let looks = 0; ; looks += 1) {
    const taken = await take(real, what);
    if (typeof taken === 'function') return taken;
    const pid = taken === 'busy' ? undefined : taken;
    if (wait === undefined) throw new BuildBusyError(what, real, pid);
    if (looks === 0) wait.print(waitingMessage(what, pid));
    await pause(lookMillis, undefined, { signal: wait.signal });
  }
}

function waitingMessage(what: Locked, pid: number | undefined): string {
  const who = pid === undefined ? '' : `（进程 ${pid}）`;
  if (what === 'content') return `另一个命令正在读取内容${who}，等它读完……`;
  return what === 'dev' ? `npm run dev 已经在运行${who}，等它结束……` : `另一个命令正在生成文件${who}，等它结束……`;
}

/** Whether `--wait` asks to wait for other commands; every command of the project, and Astro's own, may be given it. */
export function askedToWait(signal?: AbortSignal): LockWait | undefined {
  const asked = process.argv.includes('--wait') || process.env['PLANSHELF_WAIT'] === '1';
  return asked ? { print: printToStderr, signal } : undefined;
}

/** On standard error, beside what a command writes. */
export function printToStderr(text: string): void {
  process.stderr.write(`${text}\n`);
}
