import { cp, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importGuard } from '../../../src/vite/plan-imports.ts';
import { projectRoot } from '../check/fixtures.ts';

let root = '';

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'planshelf-')));
  await cp(join(projectRoot, 'test/fixtures/site/content'), join(root, 'content'), { recursive: true });
});

afterAll(() => rm(root, { recursive: true }));

/** Where an import of an entry leads; `refused` where it may not stand, null where it is the bundler's business. */
async function resolved(source: string, importer = 'content/plans/second.mdx'): Promise<string | null> {
  const resolve = importGuard(root, join(root, 'drawn')).resolveId as (
    this: unknown,
    source: string,
    importer: string,
  ) => Promise<string | null>;
  const refuse = (message: string): never => {
    throw new Error(message);
  };
  return resolve.call({ error: refuse }, source, join(root, importer)).catch(() => 'refused');
}

test.each(['astro:assets', 'astro/jsx-runtime', 'astro/runtime/server/index.js'])(
  '%s is of the framework',
  async (id) => {
    expect(await resolved(id)).toBeNull();
  },
);

test('other modules import what they like', async () => {
  expect(await resolved('node:fs', 'src/pages/index.astro')).toBeNull();
});

test.each([
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
])('an entry does not import %s', async (source) => {
  expect(await resolved(source)).toBe('refused');
});

test('an entry elsewhere imports nothing', async () => {
  expect(await resolved('../pictures/a.png', 'elsewhere/plans/a.mdx')).toBe('refused');
});

test('a photograph is the file itself', async () => {
  expect(await resolved('../pictures/a.png')).toBe(join(root, 'content/pictures/a.png'));
});

test('a drawing becomes a picture of the same size without anything that runs, its words drawn', async () => {
  const path = (await resolved('../pictures/script.svg')) ?? '';
  expect(path.startsWith(join(root, 'drawn'))).toBe(true);
  const text = await readFile(path, 'utf8');
  const [, data = ''] =
    /^<svg xmlns="[^"]+" width="200" height="60" viewBox="0 0 200 60"><image width="200" height="60" href="data:image\/png;base64,([^"]+)"\/><\/svg>\n$/.exec(
      text,
    ) ?? [];
  const { data: pixels, info } = await sharp(Buffer.from(data, 'base64'))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([600, 180]);
  const dark = pixels.filter((value, index) => index % info.channels === 0 && value < 60).length;
  expect(dark).toBeGreaterThan(1000);
  expect(await resolved('../pictures/script.svg')).toBe(path);
});
