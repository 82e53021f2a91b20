import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BuildBusyError, lockBuild } from '../../../src/press/site/build-lock.ts';

const moduleFile = resolve(import.meta.dirname, '../../../src/press/site/build-lock.ts');
let root: string;
let other: ChildProcess | undefined;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'planshelf-lock-'));
});

afterEach(async () => {
  if (other?.exitCode === null && other.signalCode === null) {
    other.kill('SIGKILL');
    await once(other, 'exit');
  }
  other = undefined;
  await rm(root, { recursive: true, force: true });
});

/** Another process that takes the lock and lives on. */
async function lockElsewhere(): Promise<ChildProcess> {
  const script = `const { lockBuild } = await import(${JSON.stringify(moduleFile)});
    await lockBuild(${JSON.stringify(root)}); console.log('locked'); setInterval(() => {}, 1000);`;
  other = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (other.stdout) await once(other.stdout, 'data');
  return other;
}

test('a second process is refused, with the process to wait for', async () => {
  const { pid } = await lockElsewhere();
  const refused = lockBuild(root);
  await expect(refused).rejects.toThrow(BuildBusyError);
  await expect(refused).rejects.toThrow(`另一个命令正在生成文件（进程 ${pid ?? 0}）`);
});

test('a process that is too busy to answer has it all the same', async () => {
  const child = await lockElsewhere();
  child.kill('SIGSTOP');
  const refused = lockBuild(root);
  await expect(refused).rejects.toThrow(BuildBusyError);
  await expect(refused).rejects.not.toThrow(/进程|kill/);
});

test('a waiting process says so, and gets the lock when the other ends', async () => {
  const child = await lockElsewhere();
  const told: string[] = [];
  const waiting = lockBuild(root, 'build', {
    print: (text) => {
      told.push(text);
      child.kill('SIGKILL');
    },
  });
  (await waiting)();
  expect(told).toEqual([`另一个命令正在生成文件（进程 ${child.pid ?? 0}），等它结束……`]);
});

test('waiting can be aborted', async () => {
  await lockElsewhere();
  const stop = new AbortController();
  const tell = () => {
    stop.abort();
  };
  await expect(lockBuild(root, 'build', { print: tell, signal: stop.signal })).rejects.toThrow('aborted');
});

test('a development server has a lock of its own', async () => {
  await lockElsewhere();
  (await lockBuild(root, 'dev'))();
  await expect(lockBuild(root)).rejects.toThrow('--wait');
});

test('a killed process leaves no lock', async () => {
  const child = await lockElsewhere();
  child.kill('SIGKILL');
  await once(child, 'exit');
  (await lockBuild(root))();
});

test('the same process may take it again, and it is free when given back', async () => {
  const unlock = await lockBuild(root);
  (await lockBuild(root))();
  unlock();
  await lockElsewhere();
});

test('another checkout is another lock; the same one by another way is not', async () => {
  await lockElsewhere();
  const sibling = join(root, 'sibling');
  await mkdir(sibling);
  (await lockBuild(sibling))();
  await symlink(root, join(root, 'way'));
  await expect(lockBuild(join(root, 'way'))).rejects.toThrow(BuildBusyError);
});
