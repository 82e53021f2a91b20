import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalsIn, productOf, quotientOf, shifted, sumOf } from '../../../src/model/decimal.ts';

describe('figures as they are written', () => {
  test.each([
    ['a sum', sumOf([3200.3, 1200.3, 960.3, 840.3]), 6201.2],
    ['a sum of small ones', sumOf([0.1, 0.2]), 0.3],
    ['a sum of very unlike ones', sumOf([1e21, -1e21, 1e-7]), 1e-7],
    ['no sum', sumOf([]), 0],
    ['a product', productOf([1.005, 100]), 100.5],
    ['a quotient', quotientOf(0.3, 0.1), 3],
    ['a third', quotientOf(1, 3), 1 / 3],
    ['a quotient below nought', quotientOf(-28.5, 100), -0.285],
    ['a quotient by nought', quotientOf(1, 0), NaN],
    ['ten thousandfold', shifted(2.55, 4), 25_500],
    ['a hundredth', shifted(85.7, -2), 0.857],
  ])('%s is exact', (_, result, expected) => {
    expect(result).toBe(expected);
  });

  test.each([
    [3200.3, 1],
    [1200, 0],
    [1e-7, 7],
    [1.5e21, 0],
    [-0.25, 2],
    [NaN, 0],
  ])('%d has %d decimals', (value, decimals) => {
    expect(decimalsIn(value)).toBe(decimals);
  });

  test('cents add up, whatever their number and order', () => {
    const cents = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 40 });
    fc.assert(
      fc.property(cents, (values) => {
        const sum = values.reduce((a, b) => a + b, 0);
        expect(sumOf(values.map((value) => value / 100))).toBe(sum / 100 + 0);
      }),
    );
  });
});
