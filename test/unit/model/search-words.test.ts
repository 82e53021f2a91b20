import { describe, expect, test } from 'vitest';
import { otherWeight, pairsOf, WordCutter } from '../../../src/model/search/search-words.ts';

const cutter = new WordCutter(
  [
    ['催费', '催缴', '收费', '收缴', '欠费', '清欠'],
    ['双11', '双十一', '大促'],
    ['欠费', '旧欠'],
    ['满意度', '满意率'],
  ],
  ['月度', '个人'],
);
const texts = (query: string) => cutter.wordsOf(query).map(({ text }) => text);

describe('the words of a query', () => {
  test.each([
    ['业主不交物业费怎么办', ['业主', '物业']],
    ['月度计划', ['月度', '计划']],
    ['满意度测平', ['满意度']],
    ['双11 促销', ['双11', '促销']],
    ['双110', ['双', '110']],
    ['客', []],
    ['', []],
  ])('%s', (query, some) => {
    expect(texts(query)).toEqual(expect.arrayContaining(some.filter((word) => word.length > 1)));
    expect(texts(query).filter((word) => /^\p{Script=Han}$/u.test(word))).toEqual([]);
    expect(texts(query)).not.toContain('怎么办');
  });

  test('a figure that only begins like a known word is another', () => {
    expect(texts('双110')).not.toContain('双11');
  });

  test('so many at most, each once', () => {
    expect(texts('投诉 投诉')).toEqual(['投诉']);
    expect(texts('a1 a2 a3 a4 a5 a6 a7 a8 a9 b1').length).toBe(8);
  });
});

test('other words come in the order of their groups, four at most, and count less and less', () => {
  expect(cutter.wordsOf('催费')[0]?.others).toEqual(['催缴', '收费', '收缴', '欠费']);
  expect(cutter.wordsOf('旧欠')[0]?.others).toEqual(['欠费']);
  expect(cutter.wordsOf('欠费')[0]?.others).toHaveLength(4);
  expect(otherWeight(0)).toBeLessThan(1);
  expect(otherWeight(1)).toBeLessThan(otherWeight(0));
});

test.each([
  ['4S店售后', ['4s', '店售', '售后']],
  ['客', ['客']],
  ['KPI、满意度', ['kpi', '满意', '意度']],
  ['𠮷野家', ['𠮷野', '野家']],
])('pairs of %s', (text, pairs) => {
  expect(pairsOf(text)).toEqual(pairs);
});
