import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRanges } from '../../../src/fonts/character-ranges.ts';
import { sharedCoverage } from '../../../src/fonts/coverage.ts';
import { bundledFaces } from '../../../src/fonts/faces.ts';
import { charactersOf } from '../../../src/fonts/print-fonts.ts';
import { makeWiderFonts, piecesOf } from '../../../src/fonts/wider-fonts.ts';

test('the pieces hold all that the faces have beyond everyday writing, each character once', async () => {
  const covered = await sharedCoverage(bundledFaces());
  const pieces = piecesOf(covered);
  const everyday = new Set(charactersOf([]));
  const all = new Set(pieces.join(''));
  expect(all.size).toBe(Array.from(pieces.join('')).length);
  for (const point of covered) {
    const character = String.fromCodePoint(point);
    if (point > 0x1f && (point < 0x7f || point > 0x9f))
      expect(everyday.has(character) || all.has(character)).toBe(true);
  }
  // Few enough files to be waited for, and what names have lies in the first ones.
  expect(pieces.length).toBeLessThan(9);
  for (const character of '昊琪妍鑫闫佟晗暨') expect(pieces[0]).toContain(character);
  for (const character of '喆堃珺玥赟䶮') expect(all.has(character), character).toBe(true);
});

test('each sheet declares a face of every kind for its characters alone', async () => {
  const cache = await mkdtemp(join(tmpdir(), 'planshelf-fonts-'));
  const faces = bundledFaces().slice(0, 1);
  const { list, files } = await makeWiderFonts(faces, cache);
  const text = (name: string): string => new TextDecoder().decode(files.get(name));
  const sheets = text(list)
    .split('\n')
    .map((line) => line.split(' '));
  expect(sheets.length).toBeGreaterThan(2);
  for (const [sheet = '', ranges = ''] of sheets) {
    const css = text(sheet);
    expect(css).toContain('font-family:"Planshelf Serif";font-weight:400');
    expect(css).toContain('unicode-range:U+');
    const file = /url\("\.\/([^"]+\.woff)"\) format\("woff"\)/.exec(css)?.[1] ?? '';
    expect(new TextDecoder().decode(files.get(file)?.subarray(0, 4))).toBe('wOFF');
    expect(readRanges(ranges).size).toBeGreaterThan(1000);
  }
  await rm(cache, { recursive: true });
});
