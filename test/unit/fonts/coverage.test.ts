import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { charactersWithoutGlyph } from '../../../src/fonts/character-ranges.ts';
import { coverageOf, sharedCoverage } from '../../../src/fonts/coverage.ts';
import { bundledFaces } from '../../../src/fonts/faces.ts';

const small = new Set(Array.from('甲乙ab', (char) => char.codePointAt(0) ?? 0));

describe('charactersWithoutGlyph', () => {
  test.each([
    ['all are there', '甲乙ab', []],
    ['each once, in order', '丙甲丁丙', ['丙', '丁']],
    ['white space prints nothing', '甲 \n\t\u3000\u00A0乙', []],
    ['joiners, selectors and marks need none', '甲\u200D\uFE0F\u0301\u200B乙', []],
    ['beyond the basic plane', '甲𠀀😀', ['𠀀', '😀']],
    ['private use prints a box', '甲\uE000', ['\uE000']],
    ['not yet in Unicode as this machine knows it', '甲\u{323B0}', ['\u{323B0}']],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(charactersWithoutGlyph(text, small)).toEqual(expected);
  });

  test('names only characters of the text that are not covered', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const char of charactersWithoutGlyph(text, small)) {
          expect(text).toContain(char);
          expect(small.has(char.codePointAt(0) ?? 0)).toBe(false);
        }
      }),
    );
  });
});

describe('the bundled faces', () => {
  const faces = bundledFaces();

  test('are static TrueType, each under a name of its own', () => {
    expect(faces.length).toBeGreaterThanOrEqual(4);
    for (const { path } of faces) expect(path).toMatch(/\.ttf$/);
    expect(new Set(faces.map(({ name }) => name)).size).toBe(faces.length);
    expect(new Set(faces.map(({ family, weight }) => `${family} ${weight}`)).size).toBe(faces.length);
  });

  test('share the characters of plans, and lack what no plan should hold', async () => {
    const shared = await sharedCoverage(faces);
    expect(charactersWithoutGlyph('计划书架（一）1.2 ABC，。；：？！“”‘’《》【】——……≥≤％℃‰×÷①②㎡龘', shared)).toEqual(
      [],
    );
    expect(charactersWithoutGlyph('😀𠀀', shared)).toEqual(['😀', '𠀀']);
  });

  test('share only what every one of them has', async () => {
    const [first, second] = faces;
    if (first === undefined || second === undefined) throw new Error('two faces are needed');
    const [a, b, shared] = await Promise.all([coverageOf(first), coverageOf(second), sharedCoverage([first, second])]);
    expect(shared).toEqual(a.intersection(b));
  });

  test('none at all cover nothing', async () => {
    expect((await sharedCoverage([])).size).toBe(0);
  });
});
