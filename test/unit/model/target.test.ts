import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTarget, targetLabels } from '../../../src/model/target.ts';

const single = (comparison: string, value: number | string, unit: string) => ({
  kind: 'single',
  comparison,
  figure: typeof value === 'number' ? { kind: 'number', value } : { kind: 'field', label: value },
  unit,
});
const range = (low: number, high: number, unit: string) => ({
  kind: 'range',
  low: { kind: 'number', value: low },
  high: { kind: 'number', value: high },
  unit,
});

describe('what people write', () => {
  test.each([
    ['≥95%', single('≥', 95, '%')],
    ['>=95 %', single('≥', 95, '%')],
    ['≥95％', single('≥', 95, '%')],
    ['不低于 95%', single('≥', 95, '%')],
    ['不少于4次', single('≥', 4, '次')],
    ['≤3 天', single('≤', 3, '天')],
    ['<= 3天', single('≤', 3, '天')],
    ['不超过3天', single('≤', 3, '天')],
    ['＞1.5 倍', single('>', 1.5, '倍')],
    ['小于 5‰', single('<', 5, '‰')],
    ['600 万元', single('=', 600, '万元')],
    ['= 12', single('=', 12, '')],
    ['0 起', single('=', 0, '起')],
    ['1,200 元/台次', single('=', 1200, '元/台次')],
    ['-3.2%', single('=', -3.2, '%')],
    ['≥−3%', single('≥', -3, '%')],
    ['≥【满意度目标】', single('≥', '满意度目标', '')],
    ['≤【天数】天', single('≤', '天数', '天')],
    ['  ≥【 目标 】  ', single('≥', '目标', '')],
    ['120 kWh/m²', single('=', 120, 'kWh/m²')],
    ['3–5 人', range(3, 5, '人')],
    ['3-5人', range(3, 5, '人')],
    ['3～5 人', range(3, 5, '人')],
    ['90%–95%', range(90, 95, '%')],
    ['-5–-3 ℃', range(-5, -3, '℃')],
  ])('%s', (source, expected) => {
    expect(parseTarget(source)).toEqual(expected);
  });

  test.each([
    '',
    '≥',
    '明显提升',
    '≥95% 以上',
    '≥3–5 人',
    '5–3 人',
    '3–3 人',
    '≥≥95%',
    '【】',
    '≥【甲',
    '3 至 5 人',
    '95 98',
    '1,20 元',
    '1.2.3',
  ])('%j is not read', (source) => {
    expect(parseTarget(source)).toBeUndefined();
  });
});

test.each([
  ['≥95%', []],
  ['≥【甲】', ['甲']],
  ['【甲】–【乙】人', ['甲', '乙']],
])('labels of %s', (source, expected) => {
  const target = parseTarget(source);
  expect(target && targetLabels(target)).toEqual(expected);
});

test('never throws, and reads its own figures back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(1_000_000), (free, value) => {
      expect(() => parseTarget(free)).not.toThrow();
      expect(parseTarget(`≥${value}次`)).toEqual(single('≥', value, '次'));
    }),
  );
});
