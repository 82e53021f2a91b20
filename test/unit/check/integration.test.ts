import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { planCheck } from '../../../src/check/integration.ts';

const fixtures = resolve(import.meta.dirname, '../../fixtures');
let root: string;
let told: string[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'planshelf-check-'));
  told = [];
  await mkdir(join(root, 'content/plans'), { recursive: true });
  await cp(join(fixtures, 'site/content/industries.yaml'), join(root, 'content/industries.yaml'));
  await cp(join(fixtures, 'site/content/plans/second.mdx'), join(root, 'content/plans/second.mdx'));
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${String(code)}`);
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(root, { recursive: true, force: true });
});

async function start(command: 'dev' | 'build'): Promise<void> {
  const say = (text: string): void => void told.push(text);
  const context = {
    command,
    config: { root: pathToFileURL(`${root}/`) },
    logger: { info: say, error: say },
    updateConfig: vi.fn(),
  };
  const hook = planCheck().hooks['astro:config:setup'];
  await (hook as unknown as (given: typeof context) => Promise<void>)(context);
}

test.each(['dev', 'build'] as const)('%s stops with one report where an entry has no front matter', async (command) => {
  await writeFile(join(root, 'content/plans/bare.mdx'), '正文，没有数据。\n');
  await expect(start(command)).rejects.toThrow('exit 1');
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('content/plans/bare.mdx:1:1 错误 front-matter-missing');
});

test.each(['dev', 'build'] as const)('%s goes on where every entry can be read', async (command) => {
  await start(command);
  expect(told.join('')).toBe(command === 'dev' ? '' : '检查了 1 份计划，没有问题。');
});

test('a build stops where the shelf’s own file is wrong', async () => {
  await writeFile(join(root, 'content/shelf.yaml'), 'nmae: 东区\n');
  await expect(start('build')).rejects.toThrow('exit 1');
  expect(told[0]).toContain('content/shelf.yaml:1:1 错误 shelf-settings');
  expect(told[0]).toContain('是否要写 name？');
});
