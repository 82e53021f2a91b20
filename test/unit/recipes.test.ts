import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { helpStrings } from '../../src/cli/help-strings.zh.ts';
import { securityHeaders } from '../../src/model/shelf/content-security.ts';

/** The recipes for hosts are not run by any test: they are compared with the project. */
const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFile(join(root, path), 'utf8');
const immutable = 'public, max-age=31536000, immutable';

const recipes = [
  '.github/workflows/pages.yml',
  '.gitlab-ci.yml',
  '.publish/Containerfile',
  '.publish/netlify.toml',
  '.publish/wrangler.toml',
];

test.each(recipes)('%s calls what there is, checks before it builds, and publishes dist', async (path) => {
  const text = await read(path);
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(await read('package.json')));
  const called = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name ?? '');
  expect(called.filter((name) => !(name in scripts))).toEqual([]);
  const commands = [...text.matchAll(/npm run plan -- (\w+)/g)].map(([, name]) => name ?? '');
  expect(commands).toContain('check');
  expect(commands.filter((name) => !(name in helpStrings))).toEqual([]);
  expect(text.indexOf('npm run plan -- check')).toBeLessThan(text.indexOf('npm run build'));
  expect(text).toContain('PLANSHELF_SITE');
  expect(text).toMatch(/\bdist\b/);
});

test('the GitHub workflow keeps the PDFs of the last run, and writes only where it publishes', async () => {
  const step = z.object({
    uses: z.string().optional(),
    run: z.string().optional(),
    with: z.record(z.string(), z.unknown()).optional(),
  });
  const job = z.object({ steps: z.array(step), permissions: z.record(z.string(), z.string()).optional() });
  const workflow = z
    .object({ permissions: z.record(z.string(), z.string()), jobs: z.object({ build: job, publish: job }) })
    .parse(parse(await read('.github/workflows/pages.yml')));
  expect(workflow.permissions).toEqual({ contents: 'read' });
  expect(workflow.jobs.build.permissions).toEqual({ contents: 'read', pages: 'read' });
  const { steps } = workflow.jobs.build;
  const cache = steps.findIndex(({ uses }) => uses?.startsWith('actions/cache@') === true);
  expect(String(steps[cache]?.with?.['path']).trim().split('\n')).toEqual([
    '.cache/fonts',
    '.cache/press/pdf',
    '.cache/press/inputs.json',
    '.cache/data-store.json',
    '.cache/dist',
    '.cache/incremental-build.json',
    '.cache/plans',
  ]);
  expect(cache).toBeLessThan(steps.findIndex(({ run }) => run === 'npm run build'));
});

test('the GitHub workflow names its actions by commits, and says which versions they are', async () => {
  const uses = [...(await read('.github/workflows/pages.yml')).matchAll(/\buses: (.+)$/gm)].map(([, action]) => action);
  expect(uses.length).toBeGreaterThan(4);
  for (const action of uses) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test('the GitLab pipeline publishes what it builds, and keeps what the next one takes', async () => {
  const pipeline = z
    .object({
      cache: z.object({ paths: z.array(z.string()) }),
      pages: z.object({
        pages: z.object({ publish: z.literal('dist') }),
        artifacts: z.object({ paths: z.array(z.string()) }),
      }),
    })
    .parse(parse(await read('.gitlab-ci.yml')));
  for (const kept of ['press/pdf/', 'dist/', 'incremental-build.json', 'plans/'])
    expect(pipeline.cache.paths).toContain(`.cache/${kept}`);
  expect(pipeline.pages.artifacts.paths).toEqual(['dist']);
});

test('_headers sends what the press sends', async () => {
  const sections = new Map<string, Record<string, string>>();
  let section = '';
  for (const line of (await read('public/_headers')).split('\n')) {
    if (line.startsWith('/')) section = line;
    const [, name, value] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) sections.set(section, { ...sections.get(section), [name]: value });
  }
  expect(sections.get('/*')).toEqual(securityHeaders);
  expect(sections.get('/_astro/*')).toEqual({ 'Cache-Control': immutable });
});

test('nginx.conf sends the same, all in one place, and keeps named files for ever', async () => {
  const text = await read('.publish/nginx.conf');
  const headers = [...text.matchAll(/^ {2}add_header (\S+) "([^"]*)" always;$/gm)].map(([, name, value]) => [
    name,
    value,
  ]);
  expect(Object.fromEntries(headers)).toEqual(securityHeaders);
  expect(text.match(/add_header/g)).toHaveLength(Object.keys(securityHeaders).length + 2); // Cache-Control, and a comment
  expect(text).toContain(`~/_astro/ "${immutable}";`);
  expect(text.match(/\{/g)?.length).toBe(text.match(/\}/g)?.length);
  expect(text).toContain('error_page 404 $planshelf_base/404.html;');
});

test('the container file copies files that are there', async () => {
  const text = await read('.publish/Containerfile');
  const copied = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) => names.split(' '));
  expect(copied).toContain('.publish/nginx.conf');
  expect(copied.filter((name) => !existsSync(join(root, name)))).toEqual([]);
});

test('the container file writes the base path where the nginx recipe has a place for it', async () => {
  const [, from] = /sed -i "s\|(.+?)\|/.exec(await read('.publish/Containerfile')) ?? [];
  expect(from).toBeDefined();
  expect(await read('.publish/nginx.conf')).toContain(`set $${from?.replaceAll('\\"', '"') ?? ''};`);
});
