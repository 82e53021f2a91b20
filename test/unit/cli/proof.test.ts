import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UsageError } from '../../../src/cli/command.ts';
import { proof } from '../../../src/cli/proof.ts';

const root = resolve(import.meta.dirname, '../../..');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planshelf-proof-'));
  await writeFile(join(folder, 'notes.pdf'), '不是 PDF');
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...args: string[]): Promise<{ readonly code: number; readonly out: string }> {
  const lines: string[] = [];
  const { signal } = new AbortController();
  const code = await proof({ args, root, signal, print: (text) => lines.push(text) });
  return { code, out: lines.join('\n') };
}

test('a file that is no PDF is a finding, not an error', async () => {
  const { code, out } = await run(join(folder, 'notes.pdf'), '--template', 'official');
  expect(code).toBe(1);
  expect(out).toMatch(/PDF 读不出来（10 字节）：文件不以 %PDF- 开头。文件不是 PDF/);
});

test.each([
  [['missing.pdf'], /^读不到 missing\.pdf：没有这个文件。/],
  [['src'], /^读不到 src：这是文件夹。/],
  [[], /^用法：npm run plan -- proof/],
  [['a.pdf', 'b.pdf'], /^用法：/],
  [['a.pdf', '--template', 'offical'], /^没有版式 offical，是否要写 official？/],
  [['a.pdf', '--template', 'meeting'], /^版式 meeting 没有可对照的版面标准。有标准的版式：official。/],
  [['a.pdf', '--layout'], /^没有选项 --layout。/],
])('%j is refused', async (args, message) => {
  await expect(run(...args)).rejects.toThrow(message);
  await expect(run(...args)).rejects.toBeInstanceOf(UsageError);
});
