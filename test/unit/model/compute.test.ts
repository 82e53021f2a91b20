import { describe, expect, test } from 'vitest';
import { exampleValues, resolveValues } from '../../../src/model/compute.ts';
import { type Field, type Operation, fieldSchema } from '../../../src/model/field.ts';

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
