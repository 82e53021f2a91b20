import { expect, test } from 'vitest';
import { documentPlaces } from '../../../src/document/edits/document-places.ts';
import type { Edit } from '../../../src/document/edits/edit.ts';
import { editProblems } from '../../../src/fill/edit-problems.ts';
import { documentRows } from '../../../src/document/edits/document-rows.ts';
import { fillPlan } from '../../../src/fill/fill-plan.ts';
import { sampleDocument } from '../document/sample-entry.ts';
import { fullPlan } from './sample-document.ts';

const document = sampleDocument();

function said(edits: Edit[], values: Record<string, string> = {}): string[] {
  const { text, plan, draft } = fillPlan(document, fullPlan, { values, people: {}, edits });
  return editProblems({ rowsOf: (table) => documentRows(text, table), plan, draft }).map(
    ({ table, row, column, message }) => `${table} ${row} ${column}: ${message}`,
  );
}

function row(table: 'kpis' | 'tasks' | 'budget' | 'reviews', cells: Record<string, string>): Edit {
  return { kind: 'row', id: 'r1', table, cells };
}

function cell(text: string, changed: string): Edit {
  const place = documentPlaces(document).find((candidate) => candidate.kind === 'cell' && candidate.text === text);
  if (place === undefined) throw new Error(`no cell ${text}`);
  return { kind: 'text', at: place.address, text: changed };
}

test('nothing of the published text, whatever it says, and nothing of what is right', () => {
  expect(said([])).toEqual([]);
  expect(
    said([
      row('tasks', { name: '走访', time: '2027-03-01至2027-03-31' }),
      cell('60%', '30'),
      cell('1200', '1,300.50'),
      cell('印刷', '印刷（2027-13）'),
    ]),
  ).toEqual([]);
});

test.each([
  [row('kpis', { name: '满意', weight: '20' }), ['kpis +r1 weight: 指标权重合计 120，超过 100，请核对（已保留）。']],
  [row('kpis', { name: '满意', weight: '1O' }), ['kpis +r1 weight: “满意”的权重“1O”不是数字，请只写数字。']],
  [
    cell('60%', '160'),
    [
      'kpis 0 weight: “业主满意度”的权重是 160，超过 100，请核对（已保留）。',
      'kpis 0 weight: 指标权重合计 200，超过 100，请核对（已保留）。',
    ],
  ],
  [cell('1200', '一千二'), ['budget 1 amount: “印刷”的金额“一千二”不是数字，请只写数字。']],
  [row('budget', { item: '茶水', amount: '-5' }), ['budget +r1 amount: “茶水”的金额是 -5，低于 0，请核对（已保留）。']],
  [
    row('tasks', { name: '走访', time: '2027-05-01至2027-03-31' }),
    ['tasks +r1 time: “走访”的时限“2027年5月1日至2027年3月31日”的结束早于开始，请核对（已保留）。'],
  ],
  [
    row('tasks', { name: '走访', time: '第4个月初至第2个月末' }),
    ['tasks +r1 time: “走访”的时限“第4个月初至第2个月末”的结束早于开始，请核对（已保留）。'],
  ],
  [
    row('reviews', { name: '总结', time: '2027年2月30日' }),
    ['reviews +r1 time: “总结”的时限“2027年2月30日”不是日期：2月只有 28 天。'],
  ],
  [
    row('tasks', { name: '走访', time: '2月30日前' }),
    ['tasks +r1 time: “走访”的时限“2月30日”不是日期：2月只有 29 天。'],
  ],
] as const)('%j', (edit, problems) => {
  expect(said([edit], { start: '2027-01-01' })).toEqual(problems);
});
