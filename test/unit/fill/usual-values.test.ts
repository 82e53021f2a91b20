import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readValues } from '../../../src/fill/read-content.ts';
import { areUsual } from '../../../src/fill/usual-values.ts';
import { valueProblems } from '../../../src/fill/value-problems.ts';
import { type FieldInput, baseFields, fieldSchema } from '../../../src/model/field.ts';

const given: FieldInput[] = [
  { name: 'words', label: '词', kind: 'text', maxLength: 6 },
  { name: 'rate', label: '率', kind: 'percent' },
  { name: 'staff', label: '人数', kind: 'integer', min: 1, max: 50, unit: '人' },
  { name: 'cost', label: '费用', kind: 'money' },
  { name: 'shift', label: '班次', kind: 'choice', options: ['早', '晚'] },
  { name: 'end', label: '结束日期', kind: 'date' },
  { name: 'month', label: '月份', kind: 'month' },
];
const fields = [...baseFields, ...given.map((field) => fieldSchema.parse(field))];

test('of values that are taken for usual there is nothing to be said, and nothing to be read', () => {
  const value = fc.oneof(
    fc.constantFrom(
      '85',
      '0',
      '1.5',
      '188',
      '９',
      '3 人',
      '早',
      '午',
      ' ',
      '　',
      '27',
      '2027',
      '2027-01-05',
      '01/01/27',
    ),
    fc.constantFrom('2027-02-30', '0027-01-01', '2027-03', '12345678901234567890', 85, 188, -1, 2.5),
    fc.string(),
  );
  const values = fc.dictionary(fc.constantFrom(...fields.map(({ name }) => name), 'stranger'), value);
  fc.assert(
    fc.property(values, (some) => {
      if (!areUsual(fields, some)) return;
      expect(valueProblems(fields, some)).toEqual([]);
      expect(readValues(fields, some)).toEqual(some);
    }),
  );
});

test('what the examples give is usual', () => {
  expect(areUsual(fields, { organization: '本单位', year: 2027, start: '2027-01-01', rate: 88, shift: '晚' })).toBe(
    true,
  );
});
