import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { sampleValues } from '../../../src/cli/fill/sample.ts';
import { readValuesFile } from '../../../src/cli/fill/values-file.ts';
import { newDraft } from '../../../src/fill/draft.ts';
import { fullPlan } from '../fill/sample-document.ts';

const read = (text: string) => readValuesFile(text, '值.yaml', fullPlan);

describe('a values file', () => {
  test('takes labels and names, dates and units as people write them', () => {
    const { draft } = read(
      'values:\n  单位名称: 锦绣\n  satisfaction: 85%\n  起始日期: 2027/1/5\n  年度: 2027\n  编制人:\npeople:\n  客服主管: 王芳\n',
    );
    expect(draft.values).toEqual({ organization: '锦绣', satisfaction: '85', start: '2027-01-05', year: 2027 });
    expect(draft.people).toEqual({ 客服主管: '王芳' });
  });

  test('a draft’s JSON is one, edits and all', () => {
    const draft = newDraft('sample', {
      updated: '2026-11-20T00:00:00.000Z',
      values: { satisfaction: 85 },
      edits: [{ kind: 'omit', at: '目标/p1#abc' }],
    });
    expect(read(JSON.stringify(draft)).draft).toEqual(draft);
  });

  test.each([
    ['values:\n  满意度目际: 1', '是否要写 满意度目标'],
    ['people:\n  客服经理: 王芳', '是否要写 客服主管'],
    ['vales:\n  a: 1', '是否要写 values'],
    ['plan: other\nvalues: {}', '属于计划 other'],
    ['values: [1]', '每行写“名称: 值”'],
    ['values:\n  单位名称: [1]', '要是文字或数字'],
    ['values: {', '读不出来'],
    ['values: &a { 单位名称: 锦绣 }\npeople: *a', '读不出来'],
    [`values: ${'['.repeat(5000)}`, '层次太深'],
    [`values:\n  ${'- '.repeat(5000)}`, '层次太深'],
    [`values:\n  单位名称: ${'长'.repeat(50_001)}`, '超过 50000 字'],
    ['长'.repeat(2_000_001), '超过 2 MB'],
    ['- 1', '“values:”和“people:”两段'],
    [JSON.stringify({ ...newDraft('other', { updated: '2026-11-20T00:00:00.000Z' }) }), '是计划 other 的稿'],
    ['{"format":"planshelf.draft","version":9}', '格式 9'],
  ])('%j is refused', (text, words) => {
    expect(() => read(text)).toThrow(words);
  });
});

test('the sample names every field and role, and can be read as it is', () => {
  const text = sampleValues(fullPlan);
  const content = parse(text) as { values: Record<string, unknown>; people: Record<string, unknown> };
  expect(Object.keys(content.values)).toEqual(fullPlan.fields.map(({ label }) => label));
  expect(Object.keys(content.people)).toEqual(['客服主管', '保洁主管']);
  expect(read(text).draft.values).toEqual({ 'fee-rate': 80 });
  expect(text).toContain('# 整数。计划所属年度，四位数字。2000 到 2100。示例：2027');
});
