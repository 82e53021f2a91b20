import { describe, expect, test } from 'vitest';
import { readValue } from '../../../src/model/read-value.ts';
import { problemOf, problemsByField, valueProblems } from '../../../src/fill/value-problems.ts';
import { type FieldInput, fieldSchema } from '../../../src/model/field.ts';

function field(given: Pick<FieldInput, 'kind'> & Record<string, unknown>) {
  return fieldSchema.parse({ name: 'a', label: '甲', ...given });
}

describe('a value as people write it', () => {
  test.each([
    ['date', '2027/1/5', '2027-01-05'],
    ['date', '２０２７年１月５日', '2027-01-05'],
    ['date', '2027.01.05', '2027-01-05'],
    ['date', '2027-02-30', '2027-02-30'],
    ['date', '年初', '年初'],
    ['date', '2027/1/5 0:00:00', '2027-01-05'],
    ['date', '2027-01-05T00:00:00.000Z', '2027-01-05'],
    ['date', '2027/1/5 12:00:00 AM', '2027-01-05'],
    ['date', '2027年1月5日 上午 12:00', '2027-01-05'],
    ['date', ' 2027 年 1 月 5 日 ', '2027-01-05'],
    ['date', '2027/1/5 至 1/9', '2027/1/5 至 1/9'],
    ['month', '2027/7/1 0:00:00', '2027-07'],
    ['month', '2027/7/15', '2027/7/15'],
    ['month', '2027年3月', '2027-03'],
    ['month', '2027/13', '2027/13'],
    ['percent', '85 %', '85'],
    ['percent', '85％', '85'],
    ['text', ' 甲 ', ' 甲 '],
    ['date', '01/01/27', '01/01/27'],
    ['integer', '27 人', '27 人'],
  ] as const)('%s: %s is %s', (kind, given, value) => {
    expect(readValue(field({ kind }), given)).toBe(value);
  });

  test('a unit of its own is left off, another one stays', () => {
    expect(readValue(field({ kind: 'money', unit: '万元' }), '1,530 万元')).toBe('1,530');
    expect(readValue(field({ kind: 'money', unit: '万元' }), '530元')).toBe('530元');
  });
});

describe('what is said about values', () => {
  test.each([
    [{ kind: 'percent', min: 0, max: 100 }, 120, 'limit', '超过 100%'],
    [{ kind: 'integer', min: 1 }, '0', 'limit', '低于 1'],
    [{ kind: 'integer' }, 2.5, 'limit', '整数'],
    [{ kind: 'number', unit: '人' }, '很多', 'kind', '单位是 人'],
    [{ kind: 'integer' }, '12345678901234567890', 'limit', '“12345678901234567890”太大'],
    [{ kind: 'date' }, '2027-02-30', 'kind', '2027-01-05'],
    [{ kind: 'month' }, '三月', 'kind', '2027-01'],
    [{ kind: 'choice', options: ['早', '晚'] }, '午', 'kind', '早、晚'],
    [{ kind: 'text', maxLength: 3 }, '一二三🙂', 'limit', '4 字'],
    [{ kind: 'percent' }, '188 %', 'limit', '188%，超过 100%'],
    [{ kind: 'percent' }, '１８８％', 'limit', '超过 100%'],
    [{ kind: 'money', example: 3000 }, '12a', 'kind', '“12a”不是数字，请只写数字，如 3000'],
    [{ kind: 'money' }, '1O0', 'kind', '如 2800'],
    [{ kind: 'date' }, '2027-02-30', 'kind', '不是日期：2027年2月只有 28 天'],
    [{ kind: 'date' }, '2月30日', 'kind', '没有这一天，也没有写年份'],
    [{ kind: 'date' }, '3月1日', 'kind', '没有写年份'],
    [{ kind: 'date' }, '03/04/27', 'kind', '可能是2027年3月4日、2027年4月3日，不能确定'],
    [{ kind: 'date' }, '01/01/27', 'guess', '“01/01/27”按 2027年1月1日处理'],
    [{ kind: 'date' }, '0027-01-01', 'guess', '按 2027年1月1日处理'],
    [{ kind: 'date' }, '0202-01-01', 'limit', '年份是 202'],
    [{ kind: 'month' }, '27年1月', 'guess', '按 2027年1月处理'],
    [{ kind: 'integer', min: 2000, max: 2100 }, '27', 'guess', '“27”按 2027 年处理'],
    [{ kind: 'integer', min: 2000, max: 2100 }, 27, 'guess', '按 2027 年处理'],
    [{ kind: 'text' }, ' \u3000\u00A0\u200B\uFEFF\t', 'blank', '只有空格，按未填写处理。'],
    [{ kind: 'percent', default: 85 }, '　', 'blank', '仍用预填的 85%'],
  ] as const)('%j with %j', (given, value, code, words) => {
    const problem = problemOf(field(given), value);
    expect(problem).toMatchObject({ field: 'a', code });
    expect(problem?.message).toContain(words);
    expect(problem?.message).toContain('【甲】');
  });

  test.each([
    [{ kind: 'percent', min: 0, max: 100 }, '85'],
    [{ kind: 'number' }, '1,234.5'],
    [{ kind: 'date' }, '2027-01-05'],
    [{ kind: 'choice', options: ['早', '晚'] }, '晚'],
    [{ kind: 'text', maxLength: 4 }, '一二三🙂'],
    [{ kind: 'percent', max: 300 }, '188'],
    [{ kind: 'date' }, '２０２７年１月５日'],
    [{ kind: 'integer', min: 2000, max: 2100 }, '2027年'],
    [{ kind: 'integer', unit: '人', min: 0, max: 2100 }, '27人'],
    [{ kind: 'text' }, ''],
  ] as const)('nothing about %j with %j', (given, value) => {
    expect(problemOf(field(given), value)).toBeUndefined();
  });

  test('open required fields, unknown fields, values for computed ones', () => {
    const fields = [
      field({ kind: 'text', required: true }),
      fieldSchema.parse({ name: 'b', label: '乙', kind: 'computed', compute: { op: 'sum', of: [1, 2] } }),
    ];
    expect(valueProblems(fields, { b: 3, c: 4 }).map(({ field: name, code }) => [name, code])).toEqual([
      ['b', 'unknown'],
      ['c', 'unknown'],
      ['a', 'missing'],
    ]);
  });

  test('an end before its beginning, as the values are read', () => {
    const dated = (name: string, label: string, kind = 'date') => fieldSchema.parse({ name, label, kind });
    const fields = [
      dated('start', '起始日期'),
      dated('end', '结束日期'),
      dated('lease-from', '合同开始日期'),
      dated('lease-to', '合同到期日'),
      dated('sale-from', '活动起始月', 'month'),
      dated('sale-to', '活动结束月', 'month'),
      dated('written', '编制日期'),
      dated('licence', '执照到期日期'),
    ];
    const said = (values: Record<string, string>) =>
      valueProblems(fields, values).map(({ field: name, code }) => [name, code]);
    expect(said({ start: '2027/3/15', end: '2027年3月14日' })).toEqual([['end', 'order']]);
    expect(said({ 'lease-from': '2027-01-01', 'lease-to': '2026-12-31' })).toEqual([['lease-to', 'order']]);
    expect(said({ 'sale-from': '2027-05', 'sale-to': '2027年3月' })).toEqual([['sale-to', 'order']]);
    expect(said({ start: '2027-03-15', end: '2027-03-15', written: '2026-12-20', licence: '2026-01-01' })).toEqual([]);
    expect(said({ start: '2027-03-15', end: '年底' })).toEqual([['end', 'kind']]);
  });

  test('of a required field with nothing but space it is said that it is missing', () => {
    const fields = [field({ kind: 'text', required: true })];
    expect(valueProblems(fields, { a: '　' }).map(({ code }) => code)).toEqual(['missing']);
    expect([...problemsByField(fields, { a: '　' }).keys()]).toEqual(['a']);
  });
});
