import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { sampleValues } from '../../../src/cli/fill/sample.ts';
import { readValuesFile } from '../../../src/cli/fill/values-file.ts';
import { newDraft } from '../../../src/fill/draft.ts';
import { readValue } from '../../../src/model/read-value.ts';
import { type FieldKind, fieldKinds, fieldSchema } from '../../../src/model/field.ts';
import type { Plan } from '../../../src/model/plan.ts';
import type { Value } from '../../../src/model/value.ts';
import { readPlans } from '../../../src/check/read-plan.ts';
import { anyText } from '../fill/arbitrary-draft.ts';
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

/** What a sample must read back as: its defaults, as the plan's page would keep them. */
const defaultsOf = (plan: Plan): Record<string, Value> =>
  Object.fromEntries(
    plan.fields.flatMap((field): [string, Value][] =>
      field.kind === 'computed' || field.default === undefined || field.default === ''
        ? []
        : [[field.name, readValue(field, field.default)]],
    ),
  );

/** Text that YAML has a meaning for, or cannot write as it is. */
const anyWords = fc.oneof(
  anyText,
  fc.constantFrom(
    '一\n二',
    '一\n\n  二\n',
    '\n',
    ' 前后 ',
    '- 甲',
    '# 井',
    'a: b',
    '\'"',
    '|',
    '>',
    '~',
    'null',
    'true',
  ),
  fc.constantFrom('007', '1e3', '2027-01-05', '!!str', '&a', '*a', '{', '[', '%', '@', '---', '...', '字'.repeat(300)),
);
const label = fc
  .oneof(anyWords, fc.constantFrom('yes', 'A b', '甲: 乙', '"甲"'))
  .filter((text) => text.length <= 30 && /^[^【】\n]+$/.test(text));
const common = {
  hint: fc.option(
    anyWords.filter((text) => text !== ''),
    { nil: undefined },
  ),
  required: fc.option(fc.boolean(), { nil: undefined }),
};
const given = (value: fc.Arbitrary<unknown>) => ({
  default: fc.option(value, { nil: undefined }),
  example: fc.option(value, { nil: undefined }),
});
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const kinds: Record<FieldKind, fc.Arbitrary<object>> = {
  text: fc.record({ kind: fc.constant('text'), ...common, ...given(fc.oneof(anyWords, number)) }),
  longtext: fc.record({ kind: fc.constant('longtext'), ...common, ...given(anyWords) }),
  number: fc.record({
    kind: fc.constant('number'),
    unit: fc.constantFrom('件', '# 件', undefined),
    ...common,
    ...given(number),
  }),
  integer: fc.record({ kind: fc.constant('integer'), min: fc.constant(-1), ...common, ...given(fc.integer()) }),
  percent: fc.record({ kind: fc.constant('percent'), ...common, ...given(number) }),
  money: fc.record({
    kind: fc.constant('money'),
    unit: fc.constantFrom('万元', undefined),
    ...common,
    ...given(number),
  }),
  date: fc.record({ kind: fc.constant('date'), ...common, ...given(fc.constantFrom('2027-01-05', '2028-02-29')) }),
  month: fc.record({ kind: fc.constant('month'), ...common, ...given(fc.constantFrom('2027-01', '2027-12')) }),
  choice: fc
    .array(
      anyWords.filter((text) => text !== ''),
      { minLength: 2, maxLength: 3 },
    )
    .chain((options) =>
      fc.record({
        kind: fc.constant('choice'),
        options: fc.constant(options),
        ...common,
        ...given(fc.constantFrom(...options)),
      }),
    ),
  computed: fc.record({ kind: fc.constant('computed'), compute: fc.constant({ op: 'sum', of: [1, 2] }), ...common }),
};
const anyPlan = fc
  .record({
    labels: fc.uniqueArray(label, { minLength: 1, maxLength: 8 }),
    fields: fc.array(
      fc.constantFrom(...fieldKinds).chain((kind) => kinds[kind]),
      { minLength: 8, maxLength: 8 },
    ),
    duty: anyWords.filter((text) => text !== ''),
  })
  .map(({ labels, fields, duty }) => {
    const own = labels.map((text, index) => fieldSchema.parse({ ...fields[index], name: `own-${index}`, label: text }));
    return { ...fullPlan, fields: [...fullPlan.fields, ...own], roles: [{ name: labels[0] ?? '', duty }] };
  });

describe('the sample', () => {
  test('names every field and role', () => {
    const text = sampleValues(fullPlan);
    const content = parse(text) as { values: Record<string, unknown>; people: Record<string, unknown> };
    expect(Object.keys(content.values)).toEqual(fullPlan.fields.map(({ label }) => label));
    expect(Object.keys(content.people)).toEqual(['客服主管', '保洁主管']);
    expect(text).toContain('# 整数。计划所属年度，四位数字。2000 到 2100。示例：2027\n  年度:\n');
  });

  test('of every plan of the shelf reads back as its defaults', async () => {
    const plans = [...(await readPlans(resolve(import.meta.dirname, '../../..'))).values()];
    expect(plans.length).toBeGreaterThan(20);
    for (const plan of [...plans, fullPlan])
      expect(readValuesFile(sampleValues(plan), '值.yaml', plan)).toMatchObject({
        draft: { plan: plan.slug, values: defaultsOf(plan), people: {} },
        notes: [],
      });
  });

  test('of any plan reads back as its defaults, whatever its words and kinds of field', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const { draft } = readValuesFile(sampleValues(plan), '值.yaml', plan);
        expect(draft.values).toEqual(defaultsOf(plan));
        expect(draft.people).toEqual({});
      }),
      { numRuns: 500 },
    );
  });
});
