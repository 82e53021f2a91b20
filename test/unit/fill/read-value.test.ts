import { describe, expect, test } from 'vitest';
import { readValue } from '../../../src/fill/read-value.ts';
import { problemOf, valueProblems } from '../../../src/fill/value-problems.ts';
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
    ['month', '2027年3月', '2027-03'],
    ['month', '2027/13', '2027/13'],
    ['percent', '85 %', '85'],
    ['percent', '85％', '85'],
    ['text', ' 甲 ', ' 甲 '],
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
    [{ kind: 'percent', min: 0, max: 100 }, 120, 'limit', '高于上限 100%'],
    [{ kind: 'integer', min: 1 }, '0', 'limit', '低于下限 1'],
    [{ kind: 'integer' }, 2.5, 'limit', '整数'],
    [{ kind: 'number', unit: '人' }, '很多', 'kind', '单位是 人'],
    [{ kind: 'integer' }, '12345678901234567890', 'limit', '“12345678901234567890”太大'],
    [{ kind: 'date' }, '2027-02-30', 'kind', '2027-01-05'],
    [{ kind: 'month' }, '三月', 'kind', '2027-01'],
    [{ kind: 'choice', options: ['早', '晚'] }, '午', 'kind', '早、晚'],
    [{ kind: 'text', maxLength: 3 }, '一二三🙂', 'limit', '4 字'],
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
});
