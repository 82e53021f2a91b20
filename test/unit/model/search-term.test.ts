import { describe, expect, test } from 'vitest';
import {
  foldCase,
  holdsTerms,
  joinCharacters,
  phrasesOf,
  spaceCharacters,
  termsOf,
} from '../../../src/model/search/search-term.ts';

describe('a text in the index', () => {
  test.each(['客户服务，满意度≥95%', 'KPI 与 4S 店', '𠮷野家', ''])('%s comes back as it was', (text) => {
    expect(joinCharacters(spaceCharacters(text))).toBe(text);
  });

  test('every character is a word, those outside the BMP too', () => {
    expect(spaceCharacters('𠮷a b').split('\u200B')).toEqual(['', '𠮷', 'a ', 'b']);
  });

  test('ends with its own last character, by which the index sees the end of a sentence', () => {
    expect(spaceCharacters('目标。').endsWith('。')).toBe(true);
  });
});

test.each([
  ['客户  满意', ['客户', '满意']],
  ['KPI kpi', ['kpi']],
  ['ＣＳＩ ４Ｓ店', ['csi', '4s店']],
  [' ，。 ', []],
  ['', []],
])('terms of «%s»', (query, terms) => {
  expect(termsOf(query)).toEqual(terms);
});

test.each([
  [['户服'], ['"户 服"']],
  [['≥95%'], ['"9 5"']],
  [['合同，客户'], ['"合 同"', '"客 户"']],
  [['a"b'], ['"a"', '"b"']],
])('phrases of %j', (terms, phrases) => {
  expect(phrasesOf(terms)).toEqual(phrases);
});

describe('whether a text holds the terms', () => {
  test.each([
    ['客户服务', ['户服'], true],
    ['客户。服务', ['户服'], false],
    ['客户服务', ['客户', '投诉'], false],
    ['KPI 表', ['kpi'], true],
  ])('%s: %j → %s', (text, terms, holds) => {
    expect(holdsTerms(text, terms)).toBe(holds);
  });

  test('folding keeps every place', () => {
    expect(foldCase('İA客')).toHaveLength('İA客'.length);
  });
});
