import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importGuard } from '../../../src/vite/plan-imports.ts';
import { projectRoot } from '../check/fixtures.ts';

let root = '';

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'planshelf-')));
  await cp(join(projectRoot, 'test/fixtures/site/content'), join(root, 'content'), { recursive: true });
});

afterAll(() => rm(root, { recursive: true }));

/** `refused` where an import may not stand, null where it is the bundler's business. */
function resolved(source: string, importer = 'content/plans/second.mdx'): string | null {
  const resolve = importGuard(root).resolveId as (this: unknown, source: string, importer: string) => string | null;
  const refuse = (message: string): never => {
    throw new Error(message);
  };
  try {
    return resolve.call({ error: refuse }, source, join(root, importer));
  } catch {
    return 'refused';
  }
}

test.each(['astro/jsx-runtime', 'astro/runtime/server/index.js'])('%s is of the framework', (id) => {
  expect(resolved(id)).toBeNull();
});

test('other modules import what they like', () => {
  expect(resolved('node:fs', 'src/pages/index.astro')).toBeNull();
});

test.each([
  'astro:assets',
  '../pictures/a.png',
  '../pictures/run.js',
  '../pictures/run.png',
  '../pictures/page.svg',
  '../pictures/a.png?raw',
  '../pictures/none.png',
  '../../../outside.png',
  'node:fs',
  'sharp',
  'astro/config',
  '/etc/passwd',
  'virtual:planshelf/fonts',
  './second.mdx',
])('an entry does not import %s', (source) => {
  expect(resolved(source)).toBe('refused');
});

test('an entry elsewhere imports nothing', () => {
  expect(resolved('../pictures/a.png', 'elsewhere/plans/a.mdx')).toBe('refused');
});
