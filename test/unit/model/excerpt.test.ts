import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf, markTerms } from '../../../src/model/shelf/excerpt.ts';

const text = '第一句讲别的事情。第二句讲投诉怎么办结，谁来回访。第三句讲投诉的台账。';

const shown = (runs: ReturnType<typeof markTerms>) =>
  runs.map((run) => (run.marked ? `[${run.text}]` : run.text)).join('');
const equal = (...words: string[]) => new Map(words.map((word) => [word, 1]));

describe('an excerpt', () => {
  test('is of whole sentences, from the one of the first match, with every match marked', () => {
    const { runs, at } = excerptOf(text, equal('投诉'), 40);
    expect(shown(runs)).toBe('第二句讲[投诉]怎么办结，谁来回访。第三句讲[投诉]的台账。');
    expect(text.slice(at, at + 2)).toBe('投诉');
    expect(shown(excerptOf(text, equal('投诉'), 20).runs)).toBe('第二句讲[投诉]怎么办结，谁来回访。');
  });

  test('begins where the words of the greatest weight are', () => {
    const words = new Map([
      ['别的', 0.2],
      ['投诉', 0.5],
      ['台账', 2],
    ]);
    expect(shown(excerptOf(text, words, 14).runs)).toBe('第三句讲[投诉]的[台账]。');
  });

  test('of a sentence that is too long shows the part with the words, with dots', () => {
    const long = '先把上一年的账一笔一笔对清，再按楼栋和月份分到人，每周公布一次进度，到年底由客服经理汇总。';
    expect(shown(excerptOf(long, equal('上一年'), 15).runs)).toBe('先把[上一年]的账一笔一笔对清……');
    expect(shown(excerptOf(long, equal('公布'), 15).runs)).toBe('……每周[公布]一次进度……');
  });

  test('rather of a sentence than over headings and cells, whose full stops are no text', () => {
    const cells = '投诉. 台账. 每月. 客服. 投诉记入台账。';
    expect(shown(excerptOf(cells, equal('投诉', '台账'), 12).runs)).toBe('[投诉]记入[台账]。');
    expect(shown(excerptOf('投诉. 每月', equal('投诉'), 20).runs)).toBe('[投诉] · 每月');
  });

  test('without a match is the beginning', () => {
    expect(excerptOf(text, new Map(), 9)).toEqual({ runs: [{ text: '第一句讲别的事情。', marked: false }], at: 0 });
    expect(shown(excerptOf(text, new Map(), 12, 9).runs)).toBe('第二句讲投诉怎么办结……');
  });

  test('holds nothing that the text does not, and ends, whatever it is given', () => {
    const piece = fc.constantFrom('投诉', '台账', '。', '，', '. ', '：', 'KPI', '3.5', '\n', '很长的一段话没有标点');
    const texts = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(texts, fc.integer({ min: 5, max: 60 }), (given, length) => {
        const { runs, at } = excerptOf(given, equal('投诉', '台账', 'kpi'), length);
        const plain = runs.map((run) => run.text).join('');
        const bare = (some: string) => some.replace(/……| · |[\s.。，、；：]/gu, '');
        expect(bare(given)).toContain(bare(plain));
        expect(at).toBeLessThanOrEqual(given.length);
        if (/投诉|台账/.test(given)) expect(runs.some(({ marked }) => marked)).toBe(true);
      }),
    );
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
