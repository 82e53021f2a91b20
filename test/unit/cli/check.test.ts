import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { validEntry } from '../check/base-entry.ts';

const main = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url));

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function plan(cwd: string, ...args: string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { cwd });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject).on('close', (code) => {
      resolve({ code, out: out.trimEnd(), err: err.trimEnd() });
    });
  });
}

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'planshelf-check-'));
  await mkdir(join(root, 'content/plans/sub'), { recursive: true });
  await mkdir(join(root, 'content/plans/none'));
  await writeFile(join(root, 'content/industries.yaml'), 'property: 物业\n');
  await writeFile(join(root, 'content/plans/good.mdx'), validEntry);
  await writeFile(join(root, 'content/plans/客服 计划.mdx'), validEntry.replace('客服员每周', '客服员,每周'));
  await writeFile(
    join(root, 'content/plans/sub/unused.mdx'),
    validEntry.replace('roles:', '  - { name: a, label: 甲, kind: text }\nroles:'),
  );
  await writeFile(join(root, 'notes.txt'), '不是计划');
});
afterAll(() => rm(root, { recursive: true }));

describe('exit code', () => {
  test.each([
    ['0 without problems', ['content/plans/good.mdx'], 0, '检查了 1 份计划，没有问题。'],
    ['0 with warnings alone', ['content/plans/sub'], 0, '检查了 1 份计划：1 份有问题，错误 0 个，警告 1 个。'],
    ['1 with an error', [], 1, '检查了 3 份计划：2 份有问题，错误 1 个，警告 1 个。'],
    [
      '1 for a file with spaces in its name',
      ['content/plans/客服 计划.mdx'],
      1,
      '检查了 1 份计划：1 份有问题，错误 1 个，警告 0 个。',
    ],
    [
      '0 for a file that is named twice',
      ['content/plans/good.mdx', './content/plans/good.mdx'],
      0,
      '检查了 1 份计划，没有问题。',
    ],
  ])('%s', async (_, args, code, last) => {
    const run = await plan(root, 'check', ...args);
    expect(run.err).toBe('');
    expect(run.out.split('\n').at(-1)).toBe(last);
    expect(run.code).toBe(code);
  });
});

describe('called wrongly: one line that says why, exit code 2, no report', () => {
  test.each([
    ['an unknown option', ['check', '--colour'], '--colour'],
    ['an option without its value', ['check', '--format'], '--format'],
    ['an unknown format', ['check', '--format', 'xml'], '没有格式 xml。可用的格式：text、json、github。'],
    ['a file that is not there', ['check', 'content/plans/nobody.mdx'], '没有文件或文件夹 content/plans/nobody.mdx。'],
    ['a folder that is not there', ['check', 'nowhere/'], '没有文件或文件夹 nowhere/。'],
    ['a folder without plans', ['check', 'content/plans/none'], '文件夹 content/plans/none 里没有计划（.mdx 文件）。'],
    ['a file that is no plan', ['check', 'notes.txt'], 'notes.txt 不是计划：计划是 .mdx 文件。'],
    ['an unknown command', ['chekc'], '没有命令 chekc。'],
  ])('%s', async (_, args, words) => {
    const run = await plan(root, ...args);
    expect(run.code).toBe(2);
    expect(run.out).toBe('');
    expect(run.err).toContain(words);
    expect(run.err.split('\n')).toHaveLength(1);
  });

  test.each(['check', 'pdf', 'fill', 'booklet', 'new', 'init', 'new-template'])(
    'outside a project: %s',
    async (name) => {
      const run = await plan(tmpdir(), name);
      const words = `${tmpdir()} 不是计划书架的项目（没有 content/industries.yaml）。请在项目根目录运行。`;
      expect([run.code, run.err]).toEqual([2, words]);
    },
  );
});

describe('--format', () => {
  test('json is one document', async () => {
    const run = await plan(root, 'check', '--format', 'json');
    expect(JSON.parse(run.out)).toMatchObject({
      files: 3,
      errors: 1,
      warnings: 1,
      problems: [{ code: 'field-unused' }, { code: 'punctuation-half-width', position: { line: 39, column: 4 } }],
    });
    expect(run.code).toBe(1);
  });

  test('github is a command a line', async () => {
    const run = await plan(root, 'check', '--format=github', 'content/plans/客服 计划.mdx');
    expect(run.out.split('\n')[0]).toMatch(
      /^::error file=content\/plans\/客服 计划\.mdx,line=\d+,col=4,title=punctuation-half-width::/,
    );
    expect(run.code).toBe(1);
  });
});
