import fc from 'fast-check';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { describe, expect, test } from 'vitest';
import { cellPieces, headPieces } from '../../../src/markdown/cell-pieces.ts';
import { fitColumns, linesOf } from '../../../src/markdown/column-fit.ts';
import { sizeColumns } from '../../../src/markdown/table-columns.ts';
import { textWidth, unbrokenPieces } from '../../../src/markdown/text-measure.ts';

const measure = { width: 52, padding: 0.8 };
const words = (length: number): number[] => Array.from({ length }, () => 1);

test.each([
  ['当月结清，次月核对。', ['当', '月', '结', '清，', '次', '月', '核', '对。']],
  ['（一）DMS系统24小时', ['（一）', 'DMS', '系', '统', '24', '小', '时']],
  ['达到≥95%；', ['达', '到', '≥', '95%；']],
])('%s is broken only between %j', (text, pieces) => {
  expect(unbrokenPieces(text)).toEqual(pieces);
});

describe('pieces of a cell', () => {
  const pieces = (...content: (string | Element)[]) => cellPieces(h('td', content));

  test.each([
    ['text', [pieces('走访，回访')], [[1, 2, 1, 1]]],
    ['punctuation behind an element', [pieces(h('span', { className: ['whole'] }, '客服主管'), '、')], [[5]]],
    [
      'a name that is too long for a column',
      [pieces(h('span', { className: ['whole'] }, '一'.repeat(12)))],
      [words(12)],
    ],
    ['lines', [pieces('一', h('br'), '二')], [[1, 'line-end', 1]]],
    ['a head', [headPieces(h('th', '组织/报告人'))], [[textWidth('组织/'), 3]]],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  test('a blank is as wide as its rule and its unit', () => {
    const blank = h('span', { className: ['blank'], dataKind: 'integer' }, [h('span', '户数'), h('span', '户')]);
    expect(pieces('约', blank, '。')).toEqual([1, 5]);
  });
});

test.each([
  [words(10), 5, 2],
  [words(11), 5, 3],
  [[3, 3, 3], 5, 3],
  [[1, 'line-end' as const, 1], 5, 2],
  [[], 5, 0],
])('%j on lines of %d em take %d', (cell, width, lines) => {
  expect(linesOf(cell, width)).toBe(lines);
});

describe('widths of columns', () => {
  const height = (rows: number[][][], shares: readonly number[]): number =>
    rows.reduce((sum, row) => {
      const lines = row.map((cell, index) => linesOf(cell, (shares[index] ?? 0) * measure.width - measure.padding));
      return sum + Math.max(...lines);
    }, 0);

  test('an empty column gives its room to a full one', () => {
    const shares = fitColumns(
      [
        [words(4), words(2)],
        [words(40), []],
        [words(40), words(2)],
      ],
      measure,
    );
    expect(shares[0]).toBeGreaterThan(0.8);
  });

  test('a word that stays whole has its room', () => {
    const rows = [[[2], [7.4], [2]], ...Array.from({ length: 6 }, () => [words(60), words(3), words(60)])];
    const [, whole = 0] = fitColumns(rows, measure);
    expect(whole * measure.width - measure.padding).toBeGreaterThanOrEqual(7.4);
  });

  test('what several columns can spare saves a line in another', () => {
    const rows = [
      [words(4), words(4), words(4), words(27)],
      [words(4), words(4), words(4), words(27)],
    ];
    expect(height(rows, fitColumns(rows, measure))).toBe(2);
  });

  test('any table: every column has a width, they fill the table, and it is no higher than with equal columns', () => {
    const cell = fc.array(fc.constantFrom(1, 1, 1, 2, 3.6), { maxLength: 40 });
    const table = fc.integer({ min: 2, max: 7 }).chain((columns) => {
      const row = fc.array(cell, { minLength: columns, maxLength: columns });
      return fc.array(row, { minLength: 1, maxLength: 8 });
    });
    fc.assert(
      fc.property(table, (rows) => {
        const shares = fitColumns(rows, measure);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
        for (const share of shares) expect(share).toBeGreaterThan(0);
        const equal = shares.map(() => 1 / shares.length);
        expect(height(rows, shares)).toBeLessThanOrEqual(height(rows, equal) + 1);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  test('a wide table of many rows is done, and a word wider than the page too', () => {
    const rows = Array.from({ length: 300 }, (_, row) => Array.from({ length: 12 }, (_, at) => words((row * at) % 30)));
    expect(fitColumns(rows, measure)).toHaveLength(12);
    expect(fitColumns([[[200], [1]]], measure)[1]).toBeGreaterThan(0);
  });
});

describe('sizeColumns', () => {
  const sized = (html: string): string => {
    const [table] = fromHtml(html, { fragment: true }).children;
    if (table?.type !== 'element') throw new Error('no table');
    sizeColumns(table);
    return toHtml(table);
  };
  const body = '<tbody><tr><td>甲</td><td>每周走遍各楼栋</td></tr></tbody>';

  test('puts a column group behind the caption, and replaces the one that is there', () => {
    const once = sized(`<table><caption>表</caption>${body}</table>`);
    expect(once).toMatch(/^<table><caption>表<\/caption><colgroup><col width="\d+(\.\d)?%"><col width="/);
    expect(sized(once)).toBe(once);
  });

  test.each([
    ['merged cells', '<table><tbody><tr><td colspan="2">甲</td></tr><tr><td>乙</td><td>丙</td></tr></tbody></table>'],
    ['one column', '<table><tbody><tr><td>甲</td></tr></tbody></table>'],
    ['no rows', '<table></table>'],
  ])('leaves a table with %s alone', (_, html) => {
    expect(sized(html)).toBe(html);
  });
});
