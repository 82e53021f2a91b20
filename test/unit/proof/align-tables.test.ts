import { describe, expect, test } from 'vitest';
import { alignTables } from '../../../src/proof/align-tables.ts';
import type { ExpectedTable } from '../../../src/proof/expected.ts';
import type { FlowItem, PdfRow, TableFragment } from '../../../src/proof/flow.ts';

const head = [['序', '事项']];
const table: ExpectedTable = {
  caption: '',
  head,
  rows: [
    ['1', '甲甲'],
    ['2', '乙乙'],
    ['3', '丙丙'],
  ],
};

function row(...cells: readonly string[]): PdfRow {
  return { cells, untagged: false, trailing: '' };
}

function fragment(page: number, ...rows: readonly PdfRow[]): TableFragment {
  return { kind: 'table', page, caption: '', rows, startsPage: true, endsPage: true };
}

function align(...flow: readonly FlowItem[]): { text: string; messages: readonly string[] } {
  const { segments, failures } = alignTables(flow, [table]);
  return { text: segments.map(({ text }) => text).join(''), messages: failures.map(({ message }) => message) };
}

const whole = '序事项1甲甲2乙乙3丙丙';

describe('a whole table', () => {
  test.each<[string, readonly FlowItem[]]>([
    ['on one page', [fragment(1, row('序', '事项'), row('1', '甲甲'), row('2', '乙乙'), row('3', '丙丙'))]],
    [
      'on two pages',
      [
        fragment(1, row('序', '事项'), row('1', '甲甲'), row('2', '乙乙')),
        fragment(2, row('序', '事项'), row('3', '丙丙')),
      ],
    ],
    [
      'with a row that goes on',
      [
        fragment(1, row('序', '事项'), row('1', '甲甲'), row('2', '乙')),
        fragment(2, row('序', '事项'), row('乙'), row('3', '丙丙')),
      ],
    ],
    [
      'with a row over three pages',
      [
        fragment(1, row('序', '事项'), row('1', '甲甲'), row('2')),
        fragment(2, row('序', '事项'), row('乙')),
        fragment(3, row('序', '事项'), row('乙'), row('3', '丙丙')),
      ],
    ],
    [
      'with untagged characters, in a row and behind the head',
      [
        fragment(1, row('序', '事项'), { cells: ['1', '甲甲'], untagged: true, trailing: '' }, row('2', '乙')),
        fragment(2, { ...row('序', '事项'), trailing: '乙' }, { ...row('3', '丙'), trailing: '丙' }),
      ],
    ],
    [
      'with a row that goes on with an untagged character and more cells',
      [
        fragment(1, row('序', '事项'), row('1', '甲甲'), row('2', '乙乙')),
        fragment(2, { ...row('序', '事项'), trailing: '3' }, row('丙丙')),
      ],
    ],
    [
      'with a row that goes on, an untagged character and more cells',
      [
        fragment(1, row('序', '事项'), row('1', '甲甲'), row('2', '乙乙'), row('3', '丙')),
        fragment(2, { ...row('序', '事项'), trailing: '丙' }),
      ],
    ],
    [
      'with an untagged character that begins the next row',
      [
        fragment(
          1,
          { ...row('序', '事项'), trailing: '1' },
          row('甲甲'),
          { ...row('2', '乙乙'), trailing: '3' },
          row('丙丙'),
        ),
      ],
    ],
  ])('%s', (_, flow) => {
    expect(align(...flow)).toEqual({ text: whole, messages: [] });
  });
});

describe('a table that is not whole', () => {
  test.each<[string, readonly FlowItem[], readonly string[]]>([
    ['not there', [], ['PDF 里没有第 1 张表格（3 行）。']],
    [
      'a row missing',
      [fragment(1, row('序', '事项'), row('1', '甲甲'), row('3', '丙丙'))],
      ['PDF 里没有第 1 张表格的第 2 行，应在第 1 页前后。'],
    ],
    [
      'the last row missing',
      [fragment(1, row('序', '事项'), row('1', '甲甲'), row('2', '乙乙'))],
      ['PDF 里没有第 1 张表格的第 3 行，应在第 1 页前后。'],
    ],
    [
      'a cell moved into another',
      [fragment(1, row('序', '事项'), row('1甲', '甲'), row('2', '乙乙'), row('3', '丙丙'))],
      ['第 1 页：第 1 张表格的第 1 行与文档不一致。'],
    ],
    [
      'two rows swapped',
      [fragment(1, row('序', '事项'), row('2', '乙乙'), row('1', '甲甲'), row('3', '丙丙'))],
      ['PDF 里没有第 1 张表格的第 1 行，应在第 1 页前后。', '第 1 页：第 1 张表格多出一行。'],
    ],
    [
      'the head not repeated',
      [fragment(1, row('序', '事项'), row('1', '甲甲')), fragment(2, row('2', '乙乙'), row('3', '丙丙'))],
      ['第 2 页接着第 1 张表格，页首却没有重复它的表头。'],
    ],
    [
      'a row that goes on and is not whole',
      [
        fragment(1, row('序', '事项'), row('1', '甲甲'), row('2', '乙')),
        fragment(2, row('序', '事项'), row('3', '丙丙')),
      ],
      ['第 1 页：第 1 张表格的第 2 行与文档不一致。'],
    ],
  ])('%s', (_, flow, messages) => {
    expect(align(...flow).messages).toEqual(messages);
  });
});
