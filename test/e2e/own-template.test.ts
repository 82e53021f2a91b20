import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ended, type FixtureSite, makeFixtureSite } from './fixture-site.ts';

const content = resolve(import.meta.dirname, '../fixtures/site/content');
const require = createRequire(import.meta.url);

let site: FixtureSite;
let made: Ended;
let printed: Ended;

/** A team's own template, with a face of its own for the letterhead. */
beforeAll(async () => {
  site = await makeFixtureSite(content);
  made = await site.run('plan', ['new-template', 'our-company', '--title', '安和文稿']);
  const folder = join(site.root, 'templates/our-company');
  const face = '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf';
  await copyFile(require.resolve(face), join(folder, 'fonts/our-song.ttf'));
  await writeFile(
    join(folder, 'fonts.css'),
    "@font-face { font-family: 'Our Song'; font-weight: 700; src: url('./fonts/our-song.ttf'); }\n",
  );
  const css = await readFile(join(folder, 'print.css'), 'utf8');
  await writeFile(join(folder, 'print.css'), `${css}\n.letterhead p { font-family: 'Our Song', serif; }\n`);
  const letterhead = (await readFile(join(folder, 'Letterhead.astro'), 'utf8')).replace(
    /<p><Fragment.*<\/p>/,
    '<p>安和物业</p>',
  );
  await writeFile(join(folder, 'Letterhead.astro'), letterhead);
  await rm(join(site.root, 'templates/one-page'), { recursive: true });
  printed = await site.run('plan', ['pdf', 'second', '--template', 'our-company', '--out', 'out']);
}, 240_000);

afterAll(() => site.remove());

test('is made, builds and prints, proven like any other', async () => {
  expect(made.code, made.output).toBe(0);
  expect(printed.code, printed.output).toBe(0);
  expect(printed.output).toContain('生成 1，复用 0，失败 0');
  expect((await readFile(join(site.root, 'out/second.our-company.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
});

test('carries its letterhead, and its face', async () => {
  const html = await readFile(join(site.root, '.cache/print-site/print/second/our-company/index.html'), 'utf8');
  expect(html).toContain('<p>安和物业</p>');
  expect(html).toMatch(/<link rel="stylesheet" href="[^"]*fonts\.[^"]*css" data-pagedjs-ignore/);
});
