import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Target,
  needsUnit,
  parseTarget,
  printTarget,
  readTarget,
  targetLabels,
  targetUnit,
} from '../../../src/model/target/target.ts';
import { hanValue } from '../../../src/model/target/target-figure.ts';
import { fuzzRuns } from '../../fuzz-runs.ts';

const single = (comparison: string, value: number | string, unit: string, more: object = {}) => ({
  kind: 'single',
  comparison,
  figure: typeof value === 'number' ? { kind: 'number', value } : { kind: 'field', label: value },
  unit,
  ...more,
});
const range = (low: number, high: number, unit: string, more: object = {}) => ({
  kind: 'range',
  low: { kind: 'number', value: low },
  high: { kind: 'number', value: high },
  unit,
  ...more,
});
const ratio = (comparison: string, left: number, right: number, more: object = {}) => ({
  kind: 'single',
  comparison,
  figure: { kind: 'ratio', left, right },
  unit: '',
  ...more,
});
const down = { change: 'down' };
const up = { change: 'up' };

/** A target without the pieces that it is written in. */
function meaningOf(source: string): unknown {
  const target = parseTarget(source);
  return (
    target &&
    (JSON.parse(JSON.stringify(target, (key, value: unknown) => (key === 'pieces' ? undefined : value))) as Target)
  );
}

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
    ['3 至 5 人', range(3, 5, '人')],
    ['3到5次', range(3, 5, '次')],
    ['90分至95分', range(90, 95, '分')],
    ['3-5个工作日内', range(3, 5, '个工作日')],
    ['±3%', range(-3, 3, '%')],
    ['300±5 户', range(295, 305, '户')],
    ['增长10%–15%', range(10, 15, '%', up)],
    ['90%以上', single('≥', 90, '%')],
    ['95分及以上', single('≥', 95, '分')],
    ['95%（含）以上', single('≥', 95, '%')],
    ['35件以内', single('≤', 35, '件')],
    ['3天内', single('≤', 3, '天')],
    ['3 个工作日内', single('≤', 3, '个工作日')],
    ['24小时内办结', single('≤', 24, '小时')],
    ['2%以下', single('≤', 2, '%')],
    ['5%左右', single('≈', 5, '%')],
    ['约 300 户', single('≈', 300, '户')],
    ['至少3次', single('≥', 3, '次')],
    ['每月不少于2次', single('≥', 2, '次')],
    ['每月≥2次', single('≥', 2, '次')],
    ['每班不少于2人', single('≥', 2, '人')],
    ['达到95%', single('≥', 95, '%')],
    ['达到95%以上', single('≥', 95, '%')],
    ['100%完成', single('=', 100, '%')],
    ['控制在5%以内', single('≤', 5, '%')],
    ['控制在5%', single('≤', 5, '%')],
    ['降到2%以下', single('≤', 2, '%')],
    ['低于5%', single('<', 5, '%')],
    ['超过100家', single('>', 100, '家')],
    ['下降5%', single('=', 5, '%', down)],
    ['降低 5 个百分点', single('=', 5, '个百分点', down)],
    ['较上年下降不少于5个百分点', single('≥', 5, '个百分点', down)],
    ['同比增长10%', single('=', 10, '%', up)],
    ['↑5%', single('=', 5, '%', up)],
    ['翻番', ratio('=', 2, 1, up)],
    ['减半', ratio('=', 1, 2, down)],
    ['前3名', single('≤', 3, '名', { rank: true })],
    ['第一', single('=', 1, '', { rank: true })],
    ['零投诉', single('=', 0, '', { of: '投诉' })],
    ['无重大事故', single('=', 0, '', { of: '重大事故' })],
    ['0起', single('=', 0, '起')],
    ['千分之3', single('=', 3, '‰')],
    ['百分之九十五以上', single('≥', 95, '%')],
    ['1:50', ratio('=', 1, 50)],
    ['1/3以上', ratio('≥', 1, 3)],
    ['三分之一', ratio('=', 1, 3)],
    ['1.2亿元', single('=', 1.2, '亿元')],
    ['1，200', single('=', 1200, '')],
    ['９５％以上', single('≥', 95, '%')],
    ['二十家', single('=', 20, '家')],
    ['二十万元', single('=', 20, '万元')],
    ['半天内', single('≤', 0.5, '天')],
    ['¥1,200', single('=', 1200, '元')],
    ['300 单/人·月', single('=', 300, '单/人·月')],
    ['≥4 次培训', single('≥', 4, '次培训')],
    ['3 垧', single('=', 3, '垧')],
    ['【满意度目标】以上', single('≥', '满意度目标', '')],
    ['不低于【目标】%', single('≥', '目标', '%')],
    ['下降【目标】个百分点', single('=', '目标', '个百分点', down)],
    ['通过', { kind: 'state' }],
    ['验收合格', { kind: 'state' }],
    ['按期完成', { kind: 'state' }],
    ['良好及以上', { kind: 'state' }],
    ['A级', { kind: 'state' }],
    ['2027年12月31日前', { kind: 'state' }],
    ['9:00—18:00', { kind: 'state' }],
    ['≥90分且无投诉', { kind: 'all', targets: [single('≥', 90, '分'), single('=', 0, '', { of: '投诉' })] }],
    ['≥1,200 户，≤3 起', { kind: 'all', targets: [single('≥', 1200, '户'), single('≤', 3, '起')] }],
  ])('%s', (source, expected) => {
    expect(meaningOf(source)).toEqual(expected);
    const target = parseTarget(source);
    expect(target && printTarget(target)).toBe(source.trim());
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
    '100多户',
    '95分优秀',
    '无',
    '不低于上年',
    '90分至95%',
    '9'.repeat(61),
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

test.each([
  ['95%较好', { reason: 'rest', rest: '较好', nearest: '95%' }],
  ['95分优秀', { reason: 'rest', rest: '优秀', nearest: '95分' }],
  ['≥80%（上年76%）', { reason: 'rest', rest: '（上年76%）', nearest: '≥80%' }],
  ['100多户', { reason: 'rest', rest: '多户', nearest: '100' }],
  ['≥95%以上', { reason: 'twice', rest: '以上', nearest: '≥95%' }],
  ['约５％左右', { reason: 'twice', rest: '左右', nearest: '约５％' }],
  ['明显提升', { reason: 'form', rest: '' }],
])('%s is told by what is not read of it', (source, fault) => {
  expect(readTarget(source)).toEqual({ fault });
});

test.each([
  ['≥95%', '%', true],
  ['≥【甲】', '', true],
  ['≥90 分且无投诉', '分', false],
  ['零投诉', '', false],
  ['第一', '', false],
  ['1:50', '', false],
  ['合格', '', false],
  ['95', '', true],
])('%s is in %j and needs a unit: %s', (source, unit, needed) => {
  const target = parseTarget(source);
  expect(target && [targetUnit(target), needsUnit(target)]).toEqual([unit, needed]);
});

test.each([
  ['十', 10],
  ['十二', 12],
  ['一百零五', 105],
  ['两千三百', 2300],
  ['一万二千', 12_000],
  ['半', 0.5],
  ['百', undefined],
  ['二三', undefined],
  ['户', undefined],
])('%s is %d', (text, value) => {
  expect(hanValue(text)).toBe(value);
});

describe('every form that people write', () => {
  const figure = fc.oneof(
    fc.nat(1_000_000).map(String),
    fc.nat(999_999_999).map((value) => value.toLocaleString('en')),
    fc.integer({ min: 1, max: 9999 }).map((value) => (value / 100).toFixed(2)),
    fc.constantFrom('【目标】', '二十', '九十五', '９５', '１２．５'),
  );
  const unit = fc.constantFrom('%', '％', '‰', '天', '个工作日', '人次', '万元', '分', '元/台次', '', ' 户', ' 件');
  const opening = fc.constantFrom('≥', '>= ', '不低于', '至少', '约', '不超过 ', '＜', '每月≤', '全年不少于');
  const verb = fc.constantFrom('', '达到', '控制在', '下降', '同比增长', '提高到', '保持在 ', '每季');
  const closing = fc.constantFrom('', '以上', '及以上', '以内', '内', '以下', '左右', '（含）以上', ' 以上');
  const form = fc.oneof(
    fc.tuple(opening, figure, unit),
    fc.tuple(verb, figure, unit, closing),
    fc.tuple(
      fc.constantFrom('1', '【甲】'),
      fc.constantFrom('–', '～', '至', ' - ', '到'),
      fc.constantFrom('5', '8.5'),
      unit,
    ),
  );

  test('is read, and printed as it is written', () => {
    fc.assert(
      fc.property(form, (parts) => {
        const source = parts.join('').trim();
        const target = parseTarget(source);
        expect(target, source).toBeDefined();
        expect(target && printTarget(target)).toBe(source);
      }),
      { numRuns: fuzzRuns },
    );
  });

  test('never throws, and what is read is printed as it is written', () => {
    const piece = fc.constantFrom(...'≥≤不低于以上内左右约0123456789.,，-–%分天户 个且零无【】前第半百'.split(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: piece, maxLength: 12 })), (free) => {
        const target = parseTarget(free);
        if (target !== undefined) expect(printTarget(target)).toBe(free.trim());
      }),
      { numRuns: fuzzRuns },
    );
  });
});
