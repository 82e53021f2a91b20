import { describe, expect, test } from 'vitest';
import { excerptOf, markTerms } from '../../../src/model/excerpt.ts';

const text = '第一句讲别的事情。第二句讲投诉怎么办结，谁来回访。第三句讲投诉的台账。';

const shown = (runs: ReturnType<typeof markTerms>) =>
  runs.map((run) => (run.marked ? `[${run.text}]` : run.text)).join('');

describe('an excerpt', () => {
  test('begins with the sentence of the first match and marks every match in it', () => {
    const { runs, at } = excerptOf(text, ['投诉'], 40);
    expect(shown(runs)).toBe('第二句讲[投诉]怎么办结，谁来回访。第三句讲[投诉]的台账。');
    expect(text.slice(at, at + 2)).toBe('投诉');
  });

  test('is of the wanted length and says that there is more', () => {
    expect(shown(excerptOf(text, ['投诉'], 11).runs)).toBe('第二句讲[投诉]怎么办结…');
  });

  test('goes by the longest term and marks the others too', () => {
    expect(shown(excerptOf(text, ['回访', '办结，谁'], 20).runs)).toContain('[办结，谁]来[回访]');
  });

  test('without a match it is the beginning', () => {
    expect(excerptOf(text, [], 9)).toEqual({ runs: [{ text: '第一句讲别的事情…', marked: false }], at: 0 });
  });

  test('a match that is cut off by the end is marked as far as it is shown', () => {
    expect(shown(excerptOf('前面。投诉办结', ['投诉办结'], 3).runs)).toBe('[投诉办]…');
  });
});

test.each([
  ['客户客户', ['客户'], '[客户客户]'],
  ['哈哈哈', ['哈哈'], '[哈哈哈]'],
  ['KPI表', ['kpi'], '[KPI]表'],
  ['<b>', ['b'], '<[b]>'],
])('%s with %j is marked %s', (title, terms, marked) => {
  expect(shown(markTerms(title, terms))).toBe(marked);
});
