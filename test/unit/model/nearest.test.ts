import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, nearest } from '../../../src/model/nearest.ts';

test.each([
  ['sumary', ['summary', 'source'], 'summary'],
  ['weigth', ['weight', 'with', 'name'], 'weight'],
  ['Kpi', ['Kpis', 'Tasks'], 'Kpis'],
  ['kpis', ['Kpis'], 'Kpis'],
  ['满意度目表', ['满意度目标', '满意率'], '满意度目标'],
  ['季度', ['年度', '月份'], '年度'],
  ['目标', ['地址', '电话'], undefined],
  ['甲', ['乙'], undefined],
  ['甲', ['甲乙'], '甲乙'],
  ['', ['甲'], undefined],
  ['colour', ['title', 'heading'], undefined],
  ['任何', [], undefined],
])('%s among %j → %s', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});

test('of equals the first is taken', () => {
  expect(nearest('ac', ['ab', 'ad'])).toBe('ab');
});

test.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
  ['😀', '😁', 1],
  ['ab', 'ba', 2],
])('distance of %s and %s', (a, b, expected) => {
  expect(editDistance(a, b)).toBe(expected);
});

test('distance is symmetric, and nought only between equals', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b) === 0).toBe(a === b);
    }),
  );
});
