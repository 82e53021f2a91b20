/**
 * One build at a time in one checkout. The lock is a socket that the system takes away with its process, however that ends:
 * a killed build leaves nothing that would stop the next one, and no clock decides what is stale.
 */
import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Raised when another process builds in the same checkout. */
export class BuildBusyError extends Error {
  override readonly name = 'BuildBusyError';
  /** @param pid of the process that builds; undefined where it is too busy to say */
  constructor(root: string, pid: number | undefined) {
    const [who, stop] = pid === undefined ? ['', ''] : [`（进程 ${pid}）`, `；要停下它，用 kill ${pid}`];
    super(`${root} 里另一个构建正在进行${who}。等它结束后再运行${stop}。什么都没有改动。`);
  }
}

const answerMillis = 2000;

/** Linux has names without files and Windows has pipes; elsewhere it is a file that a killed process leaves behind. */
function addressOf(root: string): { readonly path: string; readonly isFile: boolean } {
  const name = `planshelf-${createHash('sha256').update(root).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return { path: `\0${name}`, isFile: false };
  if (process.platform === 'win32') return { path: `\\\\.\\pipe\\${name}`, isFile: false };
  return { path: join(tmpdir(), `${name}.sock`), isFile: true };
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

/** The process behind the lock: its id, `busy` where it has no time to answer, `gone` where nobody is there any more. */
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
      // nobody listens: `close` follows
    });
    socket.on('close', () => {
      resolve(/^\d+$/.test(answer) ? Number(answer) : late ? 'busy' : 'gone');
    });
  });
}

/**
 * Takes the lock of a checkout. The process that has it may take it again.
 * @param root folder of the checkout
 * @returns gives it back; the end of the process does the same
 * @throws {BuildBusyError} if another process has it
 */
export async function lockBuild(root: string): Promise<() => void> {
  const real = await realpath(root);
  const { path, isFile } = addressOf(real);
  for (let attempt = 0; ; attempt += 1) {
    const server = await listen(path);
    if (server !== undefined) return () => void server.close();
    const there = await holder(path);
    if (there === process.pid) return () => undefined;
    if (there !== 'gone') throw new BuildBusyError(real, there === 'busy' ? undefined : there);
    if (attempt > 0) throw new BuildBusyError(real, undefined);
    if (isFile) await rm(path, { force: true });
  }
}
