import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareText } from '../../../src/proof/compare-text.ts';
import { PAGE_END } from '../../../src/proof/pdf/ink.ts';
import { numberToken } from '../../../src/proof/list-marker.ts';

const pageEnd = PAGE_END;

describe('the same text', () => {
  test.each([
    ['nothing', '', ''],
    ['page ends', '一二三', `一${pageEnd}二三${pageEnd}`],
    ['a soft hyphen that is not painted', 'inter\u00adnational', 'inter\u00adnational'],
    ['a soft hyphen that the PDF does not write', 'inter\u00adnational', 'international'],
    ['a soft hyphen that is painted', 'inter\u00adnational', 'inter\u00ad\u2010national'],
    ['a soft hyphen at a page end', 'inter\u00adnational', `inter\u00ad\u2011${pageEnd}national`],
    ['a word that a page end breaks', 'international', `inter\u2011${pageEnd}national`],
    ['a hyphen of the document at a page end', 'a-b', `a-${pageEnd}b`],
    ['a number in another counter style', `${numberToken('3')}丙`, `${numberToken('三')}丙`],
  ])('%s', (_, expected, found) => {
    expect(compareText(expected, found).difference).toBeUndefined();
  });
});

describe('not the same text', () => {
  test.each([
    ['a hyphen where the document has none', 'coop', 'co-op', 2, 2],
    ['a hyphen for a soft hyphen inside a line', 'co\u00adop', 'co-op', 3, 2],
    ['a hyphen at a page end between Chinese characters', '连字', `连\u2011${pageEnd}字`, 1, 1],
    ['a hyphen at the end of all text', 'co', `co\u2011${pageEnd}`, 2, 2],
    ['another number', `${numberToken('3')}丙`, `${numberToken('四')}丙`, 0, 0],
    ['a number that is missing', `${numberToken('3')}丙`, '丙', 0, 0],
    ['half a surrogate pair', '\u{1f600}', '\u{1f601}', 1, 1],
  ])('%s', (_, expected, found, expectedAt, foundAt) => {
    expect(compareText(expected, found).difference).toEqual({ expectedAt, foundAt });
  });
});

test('the box of a missing glyph stands for one character, and is reported', () => {
  expect(compareText('物业\u{1f600}服务', '物业\0服务')).toEqual({
    difference: undefined,
    pageEnds: [],
    withoutGlyph: [{ character: '\u{1f600}', foundAt: 2 }],
    pageNumbers: new Map(),
  });
  expect(compareText('物业', '物业\0').difference).toEqual({ expectedAt: 2, foundAt: 2 });
});

test('page ends are placed in the document’s text', () => {
  expect(compareText('一二三', `一${pageEnd}二三${pageEnd}`).pageEnds).toEqual([1, 3]);
});

describe('any text', () => {
  // Few characters, so that neighbours are often equal; beyond the basic plane too.
  const text = fc
    .array(fc.constantFrom('一', '二', 'a', '\u{1f600}', '，', '1'), { maxLength: 60 })
    .map((all) => all.join(''));
  const inserted = fc.constantFrom('甲', 'b', '\u{1f4c4}', '一', 'a');
  const place = fc.nat({ max: 60 });

  function commonPrefix(a: string, b: string): number {
    let length = 0;
    while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++;
    return length;
  }

  function isFound(before: string, after: string): void {
    const at = commonPrefix(before, after);
    expect(compareText(before, after).difference).toEqual({ expectedAt: at, foundAt: at });
  }

  test('is the same as itself, wherever its pages end', () => {
    fc.assert(
      fc.property(text, fc.array(place), (whole, ends) => {
        const characters = Array.from(whole);
        for (const end of ends) characters.splice(end, 0, PAGE_END);
        expect(compareText(whole, characters.join('')).difference).toBeUndefined();
      }),
    );
  });

  test('is not the same with a character less, more or changed', () => {
    fc.assert(
      fc.property(text, place, inserted, (whole, at, other) => {
        const characters = Array.from(whole);
        const index = at % (characters.length + 1);
        isFound(whole, characters.toSpliced(index, 0, other).join(''));
        if (index === characters.length) return;
        isFound(whole, characters.toSpliced(index, 1).join(''));
        if (characters[index] !== other) isFound(whole, characters.with(index, other).join(''));
      }),
    );
  });
});
