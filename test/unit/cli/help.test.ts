import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { UsageError } from '../../../src/cli/command.ts';
import { commandHelp, overview } from '../../../src/cli/help.ts';
import { helpStrings } from '../../../src/cli/help-strings.zh.ts';
import { reportError } from '../../../src/cli/report-error.ts';
import { isVerbose } from '../../../src/press/trace.ts';

afterEach(() => vi.unstubAllEnvs());

const cli = resolve(import.meta.dirname, '../../../src/cli');
const main = await readFile(join(cli, 'main.ts'), 'utf8');
const commands = [...main.matchAll(/^ {2}'?([\w-]+)'?: async \(\) => \(await import\('\.\/([\w/-]+)\.ts'\)/gm)];

test('every command has its help, and no help is of a command that is not there', () => {
  expect(commands.length).toBeGreaterThan(4);
  expect(commands.map(([, name]) => name).sort()).toEqual(Object.keys(helpStrings).sort());
});

/** Those that pass theirs on read none. */
const reading = commands.filter(([, , file]) => file !== 'astro');

test.each(reading.map(([, name = '', file = '']) => [name, file]))(
  'help of %s names every option that it reads',
  async (name, file) => {
    const source = await readFile(join(cli, `${file}.ts`), 'utf8');
    const read = [
      ...source.matchAll(/^\s*(?:const \{ options.*readArguments\(args, \{)?\s*'?([\w-]+)'?: '(?:strings?|boolean)'/gm),
    ];
    const inline = [...source.matchAll(/[{,] ?'?([\w-]+)'?: '(?:strings?|boolean)'/g)];
    const options = new Set([...read, ...inline].map(([, option]) => `--${option ?? ''}`));
    expect(options.size).toBeGreaterThan(0);
    const said = (helpStrings[name]?.options ?? []).map(([option]) => option);
    expect(said.toSorted()).toEqual([...options].sort());
  },
);

test('the overview names every command and the exit codes', () => {
  for (const name of Object.keys(helpStrings)) expect(overview()).toContain(`  ${name}`);
  expect(overview()).toContain('退出码：0 成功');
  expect(commandHelp('nothing')).toBeUndefined();
  expect(commandHelp('toString')).toBeUndefined();
});

test.each<[unknown, number, RegExp]>([
  [new UsageError('端口不对'), 2, /^端口不对$/],
  [new DOMException('aborted', 'AbortError'), 130, /^已中断/],
  [
    Object.assign(new Error('ENOSPC: no space'), { code: 'ENOSPC', path: '/x/a.pdf' }),
    1,
    /^\/x\/a\.pdf：磁盘满了.*（ENOSPC）。$/,
  ],
  [Object.assign(new Error('EROFS: read-only'), { code: 'EROFS' }), 1, /^文件夹是只读的/],
  [new TypeError('x is not a function'), 1, /^出错了：x is not a function\n.*--verbose/],
  ['text', 1, /^出错了：text/],
])('%s is told in one style', (error, code, text) => {
  const told: string[] = [];
  expect(reportError(error, (line) => told.push(line))).toBe(code);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(text);
});

test.each([
  ['planshelf', true],
  ['astro,planshelf*', true],
  ['astro', false],
  [undefined, false],
])('DEBUG=%s asks for more: %s', (asked, verbose) => {
  vi.stubEnv('DEBUG', asked);
  expect(isVerbose()).toBe(verbose);
  const told: string[] = [];
  reportError(new TypeError('x'), (line) => told.push(line));
  expect(told).toHaveLength(verbose ? 2 : 1);
});
