import { Blob, Face } from 'harfbuzzjs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSiteFonts, titleFace, unicodeRange } from '../../../src/fonts/site-fonts.ts';
import { titleCharacters } from '../../../src/fonts/title-characters.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planshelf-fonts-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const characters = (html: string) => [...titleCharacters(html)].join('');

test.each([
  ['<h1>年度 计划</h1><p>正文</p>', '年度计划'],
  ['<h2 id="a"><a href="/标/">目<b>标</b></a></h2>', '目标'],
  ['<h3>甲 &amp; 乙&#34;</h3>', '甲&乙"'],
  ['<a class="site-name" href="/"><svg><title>图</title></svg><span>书架</span></a>', '书架'],
  ['<p class="paper-title">〇二七</p><header>页</header>', '〇二七'],
  ['<fieldset><legend>人员</legend></fieldset>', '人员'],
  ['<h5>不</h5>', ''],
])('titles of %s', (html, expected) => {
  expect(characters(html)).toBe(expected);
});

test('ranges join neighbours', () => {
  expect(unicodeRange('丁一丁七A中')).toBe('U+41,U+4e00-4e01,U+4e03,U+4e2d');
});

test('the second file has what the first lacks, and each file what its range says', async () => {
  const files = await makeSiteFonts(titleFace(), new Set('计划书架'), new Set('计划目标'), folder);
  const css = new TextDecoder().decode(files.get('site.css'));
  const rules = css.split('\n');
  expect(rules).toHaveLength(2);
  expect(rules[0]).toContain(unicodeRange('计划书架'));
  expect(rules[1]).toContain(`unicode-range:${unicodeRange('目标')}}`);
  for (const rule of rules) expect(files.has(/\.\/(title\.\w+\.woff2)/.exec(rule)?.[1] ?? '')).toBe(true);
});

test('titles that the shelf has too need no second file', async () => {
  const files = await makeSiteFonts(titleFace(), new Set('计划'), new Set('计'), folder);
  expect([...files.keys()].filter((name) => name.endsWith('.woff2'))).toHaveLength(1);
});

test('the face has the characters that Chinese titles are made of', async () => {
  const covered = new Face(new Blob(await readFile(titleFace().path))).collectUnicodes();
  for (const character of '计划书架年度（）、《》“”4S') expect([...covered]).toContain(character.codePointAt(0));
});
