import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundledFaces } from '../../../src/fonts/faces.ts';
import { charactersWithoutGlyph } from '../../../src/fonts/character-ranges.ts';
import { sharedCoverage } from '../../../src/fonts/coverage.ts';
import { type PrintFonts, charactersOf, makePrintFonts } from '../../../src/fonts/print-fonts.ts';

describe('charactersOf', () => {
  test('holds each character once, in code point order', () => {
    const characters = Array.from(charactersOf(['乙甲', '甲😀']));
    expect(new Set(characters).size).toBe(characters.length);
    expect(characters).toEqual(characters.toSorted());
    expect(characters).toEqual(expect.arrayContaining(['甲', '乙', '😀']));
  });

  test('always holds printable ASCII', () => {
    const characters = charactersOf([]);
    for (let code = 0x20; code < 0x7f; code++) expect(characters).toContain(String.fromCodePoint(code));
  });

  test('always holds what everyday writing needs beyond GB 2312, for which the bundled faces have a glyph', async () => {
    const everyday = '二〇二六年，120 ㎡，60 km²，6–8 月';
    for (const char of everyday) expect(charactersOf([])).toContain(char);
    expect(charactersWithoutGlyph(everyday, await sharedCoverage(bundledFaces()))).toEqual([]);
  });

  test('composes what is written in parts', () => {
    expect(charactersOf(['e\u0301'])).toContain('é');
  });

  test('controls and marks of direction, which no face has, change nothing', async () => {
    const invisible = '\t\n\u0001\u200E\u202C\u202E\u2066';
    expect(charactersOf([invisible])).toBe(charactersOf([]));
    const covered = await sharedCoverage(bundledFaces());
    for (const char of invisible) expect(covered.has(char.codePointAt(0) ?? 0)).toBe(false);
  });

  test('does not depend on the order of texts', () => {
    expect(charactersOf(['龘', '靐'])).toBe(charactersOf(['靐', '龘']));
  });
});

describe('makePrintFonts', () => {
  const faces = bundledFaces().slice(0, 2);
  let cache: string;
  let fonts: PrintFonts;

  beforeAll(async () => {
    cache = await mkdtemp(join(tmpdir(), 'planshelf-fonts-'));
    fonts = await makePrintFonts(faces, 'ab甲', cache);
  });
  afterAll(() => rm(cache, { recursive: true }));

  test('gives a style sheet that names every file, without slices', () => {
    const css = new TextDecoder().decode(fonts.files.get(fonts.stylesheet));
    const files = [...fonts.files.keys()].filter((name) => name.endsWith('.woff2'));
    expect(files).toHaveLength(faces.length);
    for (const file of files) expect(css).toContain(`url("./${file}") format("woff2")`);
    for (const { family, weight } of faces) expect(css).toContain(`font-family:"${family}";font-weight:${weight}`);
    expect(css).not.toContain('unicode-range');
  });

  test('gives woff2 of the characters alone', () => {
    for (const [name, bytes] of fonts.files) {
      if (!name.endsWith('.woff2')) continue;
      expect(new TextDecoder().decode(bytes.slice(0, 4))).toBe('wOF2');
      expect(bytes.length).toBeLessThan(20_000);
    }
  });

  test('gives a list of the characters that every face has', () => {
    expect(new TextDecoder().decode(fonts.files.get(fonts.coverage))).toBe('61-62,7532');
  });

  test('makes the same again, from the cache and without it', async () => {
    const made = await readdir(cache);
    const again = await makePrintFonts(faces, 'ab甲', cache);
    const bytes = ({ files }: PrintFonts) => [...files].map(([name, content]) => [name, Array.from(content)]);
    expect(bytes(again)).toEqual(bytes(fonts));
    expect(await readdir(cache)).toEqual(made);
    const elsewhere = await mkdtemp(join(tmpdir(), 'planshelf-fonts-'));
    expect((await makePrintFonts(faces, 'ab甲', elsewhere)).stylesheet).toBe(fonts.stylesheet);
    await rm(elsewhere, { recursive: true });
  });

  test('leaves no half-written file in the cache', async () => {
    expect((await readdir(cache)).filter((name) => !/\.(?:woff2|txt)$/.test(name))).toEqual([]);
  });

  test('other characters make other files', async () => {
    const other = await makePrintFonts(faces, 'ab甲乙', cache);
    expect(other.stylesheet).not.toBe(fonts.stylesheet);
  });
});
