import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { collectionTexts, escapedCharacters } from '../../../src/fonts/collection-texts.ts';
import { charactersOf } from '../../../src/fonts/print-fonts.ts';

test.each([
  ['版权&copy;，约&frac12;，箭头&rArr;', '©½⇒'],
  ['圆&#12295;，罕字&#x3402;，&#x20000;', '〇㐂𠀀'],
  ['summary: "箭头\\u21D2与\\U00003402，\\xA9"', '⇒㐂©'],
  ['甲&乙;，A&B，&没有;，\\u12', ''],
])('%s', (source, characters) => {
  expect(escapedCharacters(source)).toBe(characters);
});

test('what is no character stops nothing', () => {
  expect(escapedCharacters('\\UFFFFFFFF')).toBe('');
  expect(() => escapedCharacters('&#99999999;&#0;')).not.toThrow();
});

test('the fonts keep what a plan spells as an entity', async () => {
  const root = await mkdtemp(join(tmpdir(), 'planshelf-texts-'));
  onTestFinished(() => rm(root, { recursive: true }));
  await mkdir(join(root, 'content/plans'), { recursive: true });
  await writeFile(join(root, 'content/plans/a.mdx'), '箭头&rArr;');
  expect((await collectionTexts(root)).join('')).toContain('⇒');
});

test.each([
  ['src/document', true],
  ['src/html', true],
  ['src/model/search', false],
])('words of %s are printed: %s', async (folder, printed) => {
  const root = await mkdtemp(join(tmpdir(), 'planshelf-texts-'));
  onTestFinished(() => rm(root, { recursive: true }));
  await mkdir(join(root, folder), { recursive: true });
  await writeFile(join(root, folder, 'words.ts'), "export const word = '㐂';");
  expect((await collectionTexts(root)).join('').includes('㐂')).toBe(printed);
});

test('no table of the sources swells the fonts: beyond everyday writing they keep a hundred characters at most', async () => {
  const texts = await collectionTexts(resolve(import.meta.dirname, '../../..'));
  expect(texts.length).toBeGreaterThan(100);
  const beyond = new Set(charactersOf(texts)).difference(new Set(charactersOf([])));
  expect(beyond.size).toBeLessThanOrEqual(100);
});
