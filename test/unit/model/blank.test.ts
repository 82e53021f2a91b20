import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelsIn, soleBlank, splitBlanks } from '../../../src/model/blank.ts';

const text = (value: string) => ({ kind: 'text', text: value });
const blank = (label: string, offset: number) => ({ kind: 'blank', label, offset });

describe('splitBlanks', () => {
  test.each([
    ['', []],
    ['没有空', [text('没有空')]],
    ['【甲】', [blank('甲', 0)]],
    ['≥【目标】天', [text('≥'), blank('目标', 1), text('天')]],
    ['【甲】【乙】', [blank('甲', 0), blank('乙', 3)]],
    ['【 甲 】', [blank('甲', 0)]],
    ['\\【甲】', [text('【甲】')]],
    ['\\【甲】【甲】', [text('【甲】'), blank('甲', 4)]],
    ['【】', [text('【】')]],
    ['【 】', [text('【 】')]],
    ['【没有关', [text('【没有关')]],
    ['没有开】', [text('没有开】')]],
    ['【外【内】外】', [text('【外'), blank('内', 2), text('外】')]],
    ['【一\n二】', [text('【一\n二】')]],
    ['【😀】后', [blank('😀', 0), text('后')]],
  ])('%j', (source, expected) => {
    expect(splitBlanks(source)).toEqual(expected);
  });

  const source = fc.string({ unit: fc.constantFrom('【', '】', '\\', '甲', ' ', '\n', 'a', '😀'), maxLength: 20 });

  test('joins again to its source, but for escapes and spaces around a label', () => {
    fc.assert(
      fc.property(source, (value) => {
        const joined = splitBlanks(value)
          .map((run) => (run.kind === 'text' ? run.text : `【${run.label}】`))
          .join('');
        const withoutSpaces = (string: string) => string.replace(/\s/g, '');
        expect(withoutSpaces(joined)).toBe(withoutSpaces(value.replaceAll('\\【', '【')));
      }),
    );
  });

  test('a blank stands where its offset says', () => {
    fc.assert(
      fc.property(source, (value) => {
        for (const run of splitBlanks(value)) {
          if (run.kind === 'text') continue;
          expect(value[run.offset]).toBe('【');
          expect(
            value
              .slice(run.offset + 1)
              .trimStart()
              .startsWith(run.label),
          ).toBe(true);
        }
      }),
    );
  });
});

test('labelsIn keeps order and repeats', () => {
  expect(labelsIn('【乙】和【甲】、【乙】，\\【丙】')).toEqual(['乙', '甲', '乙']);
});

test.each([
  ['【甲】', '甲'],
  ['  【甲】 ', '甲'],
  ['【甲】元', undefined],
  ['【甲】【乙】', undefined],
  ['\\【甲】', undefined],
  ['', undefined],
])('soleBlank %j', (source, expected) => {
  expect(soleBlank(source)).toBe(expected);
});
