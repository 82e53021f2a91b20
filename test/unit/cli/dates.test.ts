/** What is made today bears the writer's date, not that of Greenwich. */
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { init } from '../../../src/cli/new/init.ts';
import { newPlan } from '../../../src/cli/new/new.ts';

const project = resolve(import.meta.dirname, '../../..');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planshelf-dates-'));
  await mkdir(join(folder, 'content/plans'), { recursive: true });
  await cp(join(project, 'content/industries.yaml'), join(folder, 'content/industries.yaml'));
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-31T23:30:00Z') });
});

afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const updatedIn = async (path: string) => /^updated: (.*)$/m.exec(await readFile(join(folder, path), 'utf8'))?.[1];

test.each([
  ['Asia/Shanghai', '2027-01-01'],
  ['America/New_York', '2026-12-31'],
])('in %s', async (zone, day) => {
  vi.stubEnv('TZ', zone);
  const context = { signal: new AbortController().signal, print: () => undefined };
  const args = ['a', '--title', '计划', '--industry', 'property'];
  await newPlan({ ...context, args, root: folder });
  expect(await updatedIn('content/plans/a.mdx')).toBe(day);
  await init({ ...context, args: [join(folder, 'shelf'), '--yes'], root: project });
  expect(await updatedIn('shelf/content/plans/service-annual.mdx')).toBe(day);
});
