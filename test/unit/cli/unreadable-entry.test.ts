/** An entry without front matter beside the others: one sentence, with the command that reports the details. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { booklet } from '../../../src/cli/booklet.ts';
import type { Command } from '../../../src/cli/command.ts';
import { fill } from '../../../src/cli/fill.ts';
import { newPlan } from '../../../src/cli/new/new.ts';
import { reportError } from '../../../src/cli/report-error.ts';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'planshelf-unreadable-'));
  const content = resolve(import.meta.dirname, '../../fixtures/site/content');
  await mkdir(join(root, 'content/plans'), { recursive: true });
  await cp(join(content, 'industries.yaml'), join(root, 'content/industries.yaml'));
  await cp(join(content, 'plans/second.mdx'), join(root, 'content/plans/second.mdx'));
  await writeFile(join(root, 'content/plans/bare.mdx'), '正文，没有数据。\n');
});
afterAll(() => rm(root, { recursive: true, force: true }));

test.each<[string, Command, string[], number]>([
  ['fill', fill, ['second', '--sample'], 1],
  ['booklet', booklet, ['second', '--title', '甲'], 1],
  ['new', newPlan, ['b', '--from', 'bare', '--title', '甲', '--industry', 'telecom'], 2],
])('%s', async (_, command, args, code) => {
  const told: string[] = [];
  const print = (text: string): void => void told.push(text);
  const run = command({ args, root, signal: new AbortController().signal, print });
  const error: unknown = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(reportError(error, print)).toBe(code);
  expect(told).toEqual([expect.stringContaining('content/plans/bare.mdx 的数据部分读不出来')]);
  expect(told[0]).toContain('npm run plan -- check content/plans/bare.mdx');
});
