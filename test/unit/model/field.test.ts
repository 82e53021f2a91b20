import { describe, expect, test } from 'vitest';
import { baseFields, daySchema, fieldKindTitles, fieldKinds, fieldSchema } from '../../../src/model/field.ts';
import { isNumeric, unitOf } from '../../../src/model/unit.ts';

const base = { name: 'a-1', label: '项' };
const valid: Readonly<Record<string, object>> = {
  text: { default: 3, example: '甲', maxLength: 9 },
  longtext: { default: '一\n二' },
  number: { unit: '次', min: 0, max: 9, decimals: 2, default: 1.5 },
  integer: { default: 1 },
  percent: { default: 95 },
  money: { unit: '万元', example: 12.5 },
  date: { default: '2027-01-05' },
  month: { default: '2027-01' },
  choice: { options: ['甲', '乙'], default: '甲' },
  computed: { compute: { op: 'sum', of: ['a-2', 3] }, decimals: 0 },
};

test('there is a title, and a case here, for every kind', () => {
  expect(Object.keys(fieldKindTitles).sort()).toEqual([...fieldKinds].sort());
  expect(Object.keys(valid).sort()).toEqual([...fieldKinds].sort());
});

describe.each(fieldKinds)('%s', (kind) => {
  test('takes what belongs to it', () => {
    expect(fieldSchema.safeParse({ ...base, kind, ...valid[kind] }).error).toBeUndefined();
  });

  test('refuses a key that it does not know', () => {
    expect(fieldSchema.safeParse({ ...base, kind, ...valid[kind], colour: 'red' }).success).toBe(false);
  });
});

test.each([
  ['a name in Chinese', { name: '名', label: '项', kind: 'text' }],
  ['a name with capitals', { name: 'aB', label: '项', kind: 'text' }],
  ['a name that ends in a hyphen', { name: 'a-', label: '项', kind: 'text' }],
  ['brackets in a label', { name: 'a', label: '【项】', kind: 'text' }],
  ['an empty label', { name: 'a', label: '', kind: 'text' }],
  ['a number as text', { ...base, kind: 'number', default: '3' }],
  ['seven decimals', { ...base, kind: 'number', decimals: 7 }],
  ['a month 13', { ...base, kind: 'month', default: '2027-13' }],
  ['30 February', { ...base, kind: 'date', default: '2027-02-30' }],
  ['one option', { ...base, kind: 'choice', options: ['甲'] }],
  ['one operand', { ...base, kind: 'computed', compute: { op: 'sum', of: ['a'] } }],
  ['an unknown operation', { ...base, kind: 'computed', compute: { op: 'power', of: ['a', 'b'] } }],
  ['an unknown kind', { ...base, kind: 'colour' }],
])('%s is refused', (_, field) => {
  expect(fieldSchema.safeParse(field).success).toBe(false);
});

test('a date that YAML read is a day', () => {
  expect(daySchema.parse(new Date('2027-01-05T00:00:00Z'))).toBe('2027-01-05');
  expect(daySchema.parse('2028-02-29')).toBe('2028-02-29');
});

test.each([
  [{ ...base, kind: 'percent' }, '%'],
  [{ ...base, kind: 'money' }, '元'],
  [{ ...base, kind: 'money', unit: '万元' }, '万元'],
  [{ ...base, kind: 'number', unit: '次' }, '次'],
  [{ ...base, kind: 'integer' }, ''],
  [{ ...base, kind: 'text' }, ''],
  [{ ...base, kind: 'computed', compute: { op: 'share', of: [1, 2] }, unit: '次' }, '%'],
  [{ ...base, kind: 'computed', compute: { op: 'sum', of: [1, 2] }, unit: '次' }, '次'],
])('unit of %j', (field, expected) => {
  expect(unitOf(fieldSchema.parse(field))).toBe(expected);
});

test('only numbers are numeric', () => {
  const numeric = fieldKinds.filter((kind) => isNumeric(fieldSchema.parse({ ...base, kind, ...valid[kind] })));
  expect(numeric).toEqual(['number', 'integer', 'percent', 'money', 'computed']);
});

test('base fields are valid fields with names and labels of their own', () => {
  for (const field of baseFields) expect(fieldSchema.safeParse(field).error).toBeUndefined();
  expect(new Set(baseFields.flatMap(({ name, label }) => [name, label])).size).toBe(baseFields.length * 2);
  expect(baseFields.map(({ label }) => label)).toEqual(['单位名称', '年度', '起始日期', '编制人', '编制日期']);
});
