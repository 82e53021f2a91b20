import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Field, fieldKinds, fieldSchema } from '../../../src/model/field.ts';
import { breakingOf, formatNumber, formatValue, numberOf } from '../../../src/model/value.ts';
import { fuzzRuns } from '../../fuzz-runs.ts';

function field(kind: string, more: object = {}): Field {
  const needed =
    kind === 'choice' ? { options: ['甲', '乙'] } : kind === 'computed' ? { compute: { op: 'sum', of: [1, 2] } } : {};
  return fieldSchema.parse({ name: 'x', label: '项', kind, ...needed, ...more });
}

describe('formatValue', () => {
  test.each([
    ['text', {}, '客服 <部> & {甲}', '客服 <部> & {甲}'],
    ['text', {}, 12, '12'],
    ['longtext', {}, '一\n二', '一\n二'],
    ['choice', {}, '乙', '乙'],
    ['number', {}, 1.5, '1.5'],
    ['number', { unit: '次' }, '12', '12次'],
    ['number', { decimals: 2, unit: '倍' }, 1.005, '1.01倍'],
    ['number', {}, 0.1 + 0.2, '0.3'],
    ['integer', { unit: '家' }, '１２', '12家'],
    ['percent', {}, 95, '95%'],
    ['percent', { decimals: 1 }, 95, '95.0%'],
    ['money', {}, '1,200.5', '1200.5元'],
    ['money', { unit: '万元' }, 530, '530万元'],
    ['money', {}, '面议', '面议'],
    ['integer', {}, '12345678901234567890', '12345678901234567890'],
    ['integer', { unit: '家' }, '9007199254740991', '9007199254740991家'],
    ['money', { decimals: 2 }, '10,000,000,000,000,000,000', '10,000,000,000,000,000,000'],
    ['number', { decimals: 6 }, '9007199254740991', '9007199254740991.000000'],
    ['date', {}, '2027-01-05', '2027年1月5日'],
    ['date', {}, '2027-02-30', '2027-02-30'],
    ['date', {}, '待定', '待定'],
    ['month', {}, '2027-03', '2027年3月'],
    ['month', {}, '三月', '三月'],
    ['computed', { compute: { op: 'growth', of: [1, 2] } }, 15.97, '16.0%'],
    ['computed', { decimals: 0, unit: '人' }, 12.5, '13人'],
  ])('%s %j: %j → %s', (kind, more, value, expected) => {
    expect(formatValue(field(kind, more), value)).toBe(expected);
  });

  test('leaves the unit out where a column holds it', () => {
    expect(formatValue(field('money', { unit: '万元' }), 530, { unit: 'without' })).toBe('530');
  });

  test('never throws, and never loses the words of a writer', () => {
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.integer());
    fc.assert(
      fc.property(fc.constantFrom(...fieldKinds), value, (kind, given) => {
        const shown = formatValue(field(kind), given);
        if (typeof given === 'string' && numberOf(given) === undefined && !/^\d{4}-\d{2}/.test(given.trim()))
          expect(shown).toBe(given);
      }),
      { numRuns: fuzzRuns },
    );
  });
});

describe('formatNumber', () => {
  test.each([
    [2.345, 2, '2.35'],
    [1.005, 2, '1.01'],
    [0.285, 2, '0.29'],
    [-2.345, 2, '-2.35'],
    [2.5, 0, '3'],
    [-2.5, 0, '-3'],
    [0, 2, '0.00'],
    [-0.001, 2, '0.00'],
    [1e-7, 2, '0.00'],
    [1234567.891, 1, '1234567.9'],
    [3, undefined, '3'],
    [1 / 3, undefined, '0.333333'],
    [-0, undefined, '0'],
    [100, undefined, '100'],
  ])('%d to %s decimals', (value, decimals, expected) => {
    expect(formatNumber(value, decimals)).toBe(expected);
  });

  test('is never further off than half a unit of the last place', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }), (thousandths, decimals) => {
        const value = thousandths / 1000;
        expect(Math.abs(Number(formatNumber(value, decimals)) - value)).toBeLessThanOrEqual(
          0.5 * 10 ** -decimals + 1e-6,
        );
      }),
    );
  });
});

test.each([
  ['12', 12],
  ['１２．５', 12.5],
  ['1,234.5', 1234.5],
  ['1，234', 1234],
  [' -3 ', -3],
  ['+3', 3],
  ['', undefined],
  ['12人', undefined],
  ['1.', undefined],
  ['1e5', undefined],
  ['0x10', undefined],
  ['Infinity', undefined],
  ['9007199254740991', 9007199254740991],
  ['9007199254740992', undefined],
  ['-9007199254740992', undefined],
  ['9'.repeat(400), undefined],
  [1e21, undefined],
  [NaN, undefined],
  [-Infinity, undefined],
  [0, 0],
])('numberOf %j', (value, expected) => {
  expect(numberOf(value)).toBe(expected);
});

test('numberOf never throws, and gives a finite number or nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double()), (value) => {
      const number = numberOf(value);
      expect(number === undefined || Number.isFinite(number)).toBe(true);
    }),
  );
});

test.each([
  ['date', '2027年1月5日', 'whole'],
  ['month', '2027年1月', 'whole'],
  ['text', 'service@example.cn', 'long-word'],
  ['text', '客服部 service 热线', undefined],
  ['money', '123456789012万元', undefined],
])('a %s of %s is %s at the end of a line', (kind, words, breaking) => {
  expect(breakingOf(field(kind), words)).toBe(breaking);
});
