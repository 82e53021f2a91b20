import { copyFile, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPdf } from '../../src/proof/pdf/read-pdf.ts';
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
  const letterhead = await readFile(join(folder, 'letterhead.ts'), 'utf8');
  await writeFile(join(folder, 'letterhead.ts'), letterhead.replace("html.blank('organization')", "'安和物业'"));
  await rm(join(site.root, 'templates/one-page'), { recursive: true });
  printed = await site.run('plan', ['pdf', 'second', '--template', 'our-company', '--out', 'out']);
});

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

test('sets papers of a booklet, with its letterhead in its face, beside papers in others', async () => {
  const args = ['booklet', 'second:our-company', 'second:official', '--title', '例会', '--out', 'booklet.pdf'];
  const { code, output } = await site.run('plan', args);
  expect(code, output).toBe(0);
  const { pages } = await readPdf(await readFile(join(site.root, 'booklet.pdf')), { places: true });
  // Cover, contents, divider; then the paper.
  const letterhead = pages[3]?.runs.find(({ text }) => text.includes('安和物业'));
  expect(letterhead?.font).toBe('NotoSerifSC-Bold');
});

test('of another size of paper is refused in a booklet, with the reason', async () => {
  const file = join(site.root, 'templates/our-company/template.ts');
  const source = await readFile(file, 'utf8');
  await writeFile(file, source.replace('page: { width: 210, height: 297 }', 'page: { width: 148, height: 210 }'));
  const { code, output } = await site.run('plan', ['booklet', 'second:our-company', '--out', 'refused.pdf']);
  await writeFile(file, source);
  expect(code).toBe(2);
  expect(output).toContain('版式“安和文稿”的纸张是 148 × 210 mm，汇编是 210 × 297 mm');
  expect(await readdir(site.root)).not.toContain('refused.pdf');
});

describe('options', () => {
  const print = (...options: string[]): Promise<Ended> =>
    site.run('plan', ['pdf', 'second', '--template', 'our-company', '--out', 'out', ...options]);

  test('of paper, margins, colour and crop marks are proven on their own page box, beside the default', async () => {
    const all = ['paper=16k', 'colour=black', 'binding=left', 'notes=on', 'crop=on'];
    const { code, output } = await print(...all.flatMap((option) => ['--option', option]));
    expect(code, output).toBe(0);
    const name = 'second.our-company.paper-16k.colour-black.binding-left.notes-on.crop-on.pdf';
    const pdf = await getDocument({ data: new Uint8Array(await readFile(join(site.root, 'out', name))) }).promise;
    const [, , width = 0, height = 0] = (await pdf.getPage(1)).view;
    expect([width, height].map((points) => Math.round((points / 72) * 25.4))).toEqual([196, 272]);
    expect(await readdir(join(site.root, 'out'))).toContain('second.our-company.pdf');
  });

  test.each([
    ['papr=16k', '版式 our-company 没有选项 papr，是否要写 paper？'],
    ['paper=16', '版式 our-company 选项 paper 没有值 16，是否要写 16k？'],
  ])('that are not known end with 2 and the nearest known one: %s', async (option, message) => {
    const { code, output } = await print('--option', option);
    expect(output).toContain(message);
    expect(code).toBe(2);
  });
});
