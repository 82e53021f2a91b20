import { describe, expect, test } from 'vitest';
import { exampleValues, printedField, resolveValues } from '../../../src/model/compute.ts';
import { type Field, type Operation, fieldSchema } from '../../../src/model/field.ts';
import { formatValue } from '../../../src/model/value.ts';

const number = (name: string, more: object = {}): Field =>
  fieldSchema.parse({ name, label: name, kind: 'number', ...more });
const text = (name: string, more: object = {}): Field =>
  fieldSchema.parse({ name, label: name, kind: 'text', ...more });
const computed = (name: string, op: Operation, ...of: (string | number)[]): Field =>
  fieldSchema.parse({ name, label: name, kind: 'computed', compute: { op, of } });

describe('operations', () => {
  test.each([
    ['growth', [530, 457], 15.973_741_794_310_722],
    ['growth', [50, 100], -50],
    ['share', [30, 120], 25],
    ['sum', [1, 2, 3.5], 6.5],
    ['difference', [10, 3, 2], 5],
    ['product', [2, 3, 4], 24],
    ['quotient', [7, 2], 3.5],
  ] as const)('%s of %j', (op, of, expected) => {
    expect(resolveValues([computed('x', op, ...of)], {}).get('x')).toBeCloseTo(expected, 12);
  });

  test.each([
    ['growth', [5, 0]],
    ['growth', [0, 0]],
    ['share', [5, 0]],
    ['quotient', [1, 0]],
    ['quotient', [0, 0]],
    ['product', [1e10, 1e10]],
  ] as const)('%s of %j has no value', (op, of) => {
    expect(resolveValues([computed('x', op, ...of)], {}).has('x')).toBe(false);
  });
});

describe('figures that are computed', () => {
  const money = (name: string, value: number, unit?: string, decimals?: number): Field =>
    fieldSchema.parse({ name, label: name, kind: 'money', default: value, unit, decimals });
  const total = (more: object, ...of: (string | number)[]): Field =>
    fieldSchema.parse({ name: 'x', label: 'x', kind: 'computed', compute: { op: 'sum', of }, ...more });
  const printed = (fields: readonly Field[]): string => {
    const values = resolveValues(fields, {});
    const field = fields.at(-1);
    const value = field && values.get(field.name);
    return field === undefined || value === undefined ? '' : formatValue(printedField(field, fields, values), value);
  };

  test.each<[string, Field[], string]>([
    [
      'sum with no fewer decimals than what they add up',
      [
        money('a', 3200.3),
        money('b', 1200.3),
        money('c', 960.3),
        money('d', 840.3),
        total({ decimals: 0, unit: '元' }, 'a', 'b', 'c', 'd'),
      ],
      '6201.2元',
    ],
    ['sum whole numbers as they did', [money('a', 3200), money('b', 1200), total({ decimals: 0 }, 'a', 'b')], '4400'],
    [
      'sum 元 and 万元',
      [money('a', 1200), money('b', 2.5, '万元'), total({ decimals: 0, unit: '元' }, 'a', 'b')],
      '26200元',
    ],
    [
      'sum what is printed of money',
      [
        money('a', 0.5),
        fieldSchema.parse({
          name: 'p',
          label: 'p',
          kind: 'computed',
          compute: { op: 'product', of: ['a', 0.25] },
          unit: '元',
          decimals: 1,
        }),
        total({ decimals: 0, unit: '元' }, 'p', 'p', 'p', 'p'),
      ],
      '0.4元',
    ],
    [
      'multiply without the dust of binary fractions',
      [computed('y', 'product', 1.005, 1000), computed('x', 'sum', 'y', 0)],
      '1005.0',
    ],
    ['compare 万元 with 元', [money('a', 2, '万元'), money('b', 10_000), computed('x', 'growth', 'a', 'b')], '100.0%'],
  ])('%s', (_, fields, expected) => {
    expect(printed(fields)).toBe(expected);
  });
});

describe('resolveValues', () => {
  const fields = [
    number('a', { default: 3 }),
    number('b'),
    computed('sum', 'sum', 'a', 'b'),
    computed('twice', 'product', 'sum', 2),
  ];

  test('takes what was given, defaults for the rest, and what follows from them', () => {
    expect(Object.fromEntries(resolveValues(fields, { b: '1,000' }))).toEqual({
      a: 3,
      b: '1,000',
      sum: 1003,
      twice: 2006,
    });
  });

  test('an empty text is no answer', () => {
    expect(resolveValues(fields, { a: '' }).get('a')).toBe(3);
  });

  test('nought is an answer', () => {
    expect(resolveValues(fields, { a: 0, b: 0 }).get('twice')).toBe(0);
  });

  test.each([
    ['missing', {}],
    ['not a number', { b: '待定' }],
  ])('an operand that is %s leaves what follows from it open', (_, given) => {
    const values = resolveValues(fields, given);
    expect([values.has('sum'), values.has('twice')]).toEqual([false, false]);
  });

  test('the order of the fields does not matter', () => {
    expect(resolveValues(fields.toReversed(), { b: 1 }).get('twice')).toBe(8);
  });

  test.each([
    ['itself', [computed('x', 'sum', 'x', 1)]],
    ['two', [computed('x', 'sum', 'y', 1), computed('y', 'sum', 'x', 1)]],
    ['three', [computed('x', 'sum', 'y', 1), computed('y', 'sum', 'z', 1), computed('z', 'sum', 'x', 1)]],
  ])('a circle of %s has no values and ends', (_, circle) => {
    expect(resolveValues([...circle, number('a', { default: 3 })], {})).toEqual(new Map([['a', 3]]));
  });

  test.each([
    ['unknown', computed('x', 'sum', 'nobody', 1)],
    ['a text', computed('x', 'sum', 'words', 1)],
  ])('an operand that is %s gives no value', (_, field) => {
    expect(resolveValues([text('words', { default: '不是数' }), field], {}).has('x')).toBe(false);
  });

  test('a value under a name of Object.prototype is not taken from there', () => {
    expect(resolveValues([text('constructor')], {}).size).toBe(0);
  });

  test('values of fields that a plan does not have are left out', () => {
    expect(resolveValues(fields, { stranger: 1 }).has('stranger')).toBe(false);
  });
});

test('exampleValues prefers examples to defaults and leaves out what is computed', () => {
  const fields = [
    number('a', { default: 1, example: 2 }),
    number('b', { default: 1 }),
    number('c'),
    computed('d', 'sum', 'a', 'b'),
  ];
  expect(exampleValues(fields)).toEqual({ a: 2, b: 1 });
});
