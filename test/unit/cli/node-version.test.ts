import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../../..');

/** Runs a program in a Node.js that takes itself for another version. */
function runAs(version: string, ...args: string[]): Promise<{ code: number; told: string }> {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`;
  return new Promise((done) => {
    const options = ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, ...args];
    const child = execFile(process.execPath, options, { cwd: root }, (_, stdout, stderr) => {
      done({ code: child.exitCode ?? -1, told: stdout + stderr });
    });
  });
}

test.each([
  ['src/cli/planshelf.mjs', 'help'],
  ['--import', './src/cli/node-version.mjs', 'test/bench/run.ts'],
])('too old a Node.js is told in one message: %s %s', async (...args) => {
  for (const version of ['20.20.2', '22.23.0', '23.11.1']) {
    const { code, told } = await runAs(version, ...args);
    expect(code).toBe(1);
    expect(told).toMatch(/^这里的 Node\.js 是 v2[023]\.\S+，计划书架要用 24 或更新的版本，什么都没有做。\n.*\n$/);
  }
});

test.each(['24.0.0', '25.1.0', '100.0.0'])('Node.js %s is taken', async (version) => {
  const { code, told } = await runAs(version, 'src/cli/planshelf.mjs', 'help');
  expect(told).toContain('退出码');
  expect(code).toBe(0);
});

test('no script of package.json starts code of the project past that message, or Astro with its telemetry', async () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(await readFile(resolve(root, 'package.json'), 'utf8')));
  const started = Object.values(scripts).flatMap((script) => script.split(' && '));
  expect(started.filter((command) => command.startsWith('node ')).length).toBeGreaterThan(4);
  for (const command of started.filter((one) => one.startsWith('node ')))
    expect(command).toMatch(/^node (?:src\/cli\/planshelf\.mjs|--import \.\/src\/cli\/node-version\.mjs)(?: |$)/);
  expect(started.filter((command) => /^(?:npx )?astro\b/.test(command))).toEqual([]);
});
