import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printTextFor, withFonts } from '../../../src/cli/fill/print-text.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planshelf-print-text-'));
});

afterAll(() => rm(folder, { recursive: true }));

const document = h(null, [
  h('link', { rel: 'stylesheet', href: '/fonts/print.0a1b2c3d4e.css', dataPagedjsIgnore: '' }),
  h('link', { rel: 'stylesheet', href: '/_astro/fonts.Cx1.css', dataPagedjsIgnore: '' }),
  h('p', '计划'),
]);

test('everyday words need no other fonts', async () => {
  expect(await printTextFor(['王芳，2027年'], document, folder, folder)).toMatchObject({
    stylesheet: undefined,
    missing: [],
  });
});

test('signs that no face has are set as 〓, and no fonts are cut for them', async () => {
  const { stylesheet, missing, printable } = await printTextFor(['好😀\u200E'], document, folder, folder);
  expect([stylesheet, missing]).toEqual([undefined, ['😀']]);
  expect(toString(printable(h(null, [h('p', '好😀')])))).toBe('好〓');
  expect(await readdir(folder)).toEqual([]);
});

test('a rare character gets fonts that have it; a sign that none has is set as 〓', async () => {
  const { stylesheet, missing, printable } = await printTextFor(['龘', '👨‍👩‍👧 好'], document, folder, folder);
  expect(stylesheet).toMatch(/^\/fonts\/print\.\w+\.css$/);
  expect(await readdir(join(folder, 'fonts'))).toContain(stylesheet?.replace('/fonts/', ''));
  expect([...missing].sort()).toEqual(['👧', '👨', '👩'].sort());
  expect(toString(printable(h(null, [h('p', '龘👨‍👩‍👧 好')])))).toBe('龘〓 好');
  const [link, own] = withFonts(document, stylesheet ?? '').children;
  expect(link).toMatchObject({ properties: { href: stylesheet } });
  // A template's own fonts stay.
  expect(own).toMatchObject({ properties: { href: '/_astro/fonts.Cx1.css' } });
});
