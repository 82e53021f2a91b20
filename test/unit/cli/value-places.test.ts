import { expect, test } from 'vitest';
import { placedProblems } from '../../../src/cli/fill/value-places.ts';
import { readValuesFile } from '../../../src/cli/fill/values-file.ts';
import { newDraft } from '../../../src/fill/draft.ts';
import { fullPlan } from '../fill/sample-document.ts';

function said(text: string): string[] {
  return placedProblems(readValuesFile(text, '值.yaml', fullPlan).draft, text, '值.yaml', fullPlan);
}

test('each finding names file, line and column of its value', () => {
  const text = [
    'plan: sample',
    'values:',
    '  年度: 27',
    '  起始日期: 01/01/27',
    '  编制人: "　"',
    '  满意度目标: 188%',
    '  fee-rate: 9O',
    '  编制日期: 2027-02-30',
    '',
  ].join('\n');
  expect(said(text)).toEqual([
    expect.stringMatching(/^值\.yaml:3:7 注意：【年度】的“27”按 2027 年处理/),
    expect.stringMatching(/^值\.yaml:4:9 注意：【起始日期】的“01\/01\/27”按 2027年1月1日处理/),
    expect.stringMatching(/^值\.yaml:5:8 注意：【编制人】只有空格/),
    expect.stringMatching(/^值\.yaml:8:9 注意：【编制日期】的“2027-02-30”不是日期/),
    expect.stringMatching(/^值\.yaml:6:10 注意：【满意度目标】是 188%/),
    expect.stringMatching(/^值\.yaml:7:13 注意：【收费率目标】的“9O”不是数字/),
  ]);
});

test('a draft’s own file is read like any other', () => {
  const draft = newDraft('sample', { updated: '2026-11-20T00:00:00.000Z', values: { satisfaction: '多' } });
  expect(said(JSON.stringify(draft, undefined, 1))).toEqual([
    expect.stringMatching(/^值\.yaml:\d+:\d+ 注意：.*不是数字/),
  ]);
});

test('nothing about a file with nothing wrong', () => {
  expect(said('values:\n  年度: 2027\n')).toEqual([]);
});
