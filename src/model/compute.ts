import type { ComputedField, Field, Operation } from './field.ts';
import { type Value, type Values, numberOf } from './value.ts';

/** No value given: one object, so that what follows from it is worked out once. */
export const noValues: Values = Object.freeze({});

const known = new WeakMap<readonly Field[], WeakMap<Values, ReadonlyMap<string, Value>>>();

/**
 * The values of a plan's fields: what the writer gave, the defaults of what was left open, and the computed fields
 * that follow from them. A computed field whose operands are not all known, that divides by nought, or that is too
 * large for all its figures to be kept, has no value.
 * Every blank of a document asks, so the answer is kept for as long as both objects live; neither may be changed in place.
 */
export function resolveValues(fields: readonly Field[], given: Values): ReadonlyMap<string, Value> {
  const ofFields = known.get(fields) ?? new WeakMap<Values, ReadonlyMap<string, Value>>();
  known.set(fields, ofFields);
  const values = ofFields.get(given) ?? workOut(fields, given);
  ofFields.set(given, values);
  return values;
}

function workOut(fields: readonly Field[], given: Values): ReadonlyMap<string, Value> {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const resolved = new Map<string, Value>();
  const open = new Set<string>();

  const resolve = (name: string): Value | undefined => {
    const known = resolved.get(name);
    const field = byName.get(name);
    if (known !== undefined || field === undefined || open.has(name)) return known;
    open.add(name);
    const value = field.kind === 'computed' ? compute(field, resolve) : valueOf(field, given);
    open.delete(name);
    if (value !== undefined) resolved.set(name, value);
    return value;
  };

  for (const field of fields) resolve(field.name);
  return resolved;
}

function valueOf(field: Exclude<Field, ComputedField>, given: Values): Value | undefined {
  const value = Object.hasOwn(given, field.name) ? given[field.name] : undefined;
  return value === undefined || value === '' ? field.default : value;
}

function compute(field: ComputedField, resolve: (name: string) => Value | undefined): number | undefined {
  const operands: number[] = [];
  for (const operand of field.compute.of) {
    const value = typeof operand === 'number' ? operand : resolve(operand);
    const number = value === undefined ? undefined : numberOf(value);
    if (number === undefined) return undefined;
    operands.push(number);
  }
  return numberOf(operations[field.compute.op](operands));
}

/** Growth and share are percentages: 530 against 457 → 15.97…; the rest are plain numbers. */
const operations: Readonly<Record<Operation, (operands: readonly number[]) => number>> = {
  growth: ([now = NaN, before = NaN]) => ((now - before) / before) * 100,
  share: ([part = NaN, whole = NaN]) => (part / whole) * 100,
  sum: (operands) => operands.reduce((a, b) => a + b, 0),
  difference: ([first = NaN, ...rest]) => rest.reduce((a, b) => a - b, first),
  product: (operands) => operands.reduce((a, b) => a * b, 1),
  quotient: ([dividend = NaN, divisor = NaN]) => dividend / divisor,
};

/** The values that a field's examples give, for 用示例填充 and for the check of figures. */
export function exampleValues(fields: readonly Field[]): Values {
  const entries = fields.flatMap((field): [string, Value][] => {
    if (field.kind === 'computed') return [];
    const value = field.example ?? field.default;
    return value === undefined ? [] : [[field.name, value]];
  });
  return Object.fromEntries(entries);
}
