import { productOf, quotientOf, sumOf } from './decimal.ts';
import type { ComputedField, Field, Operation } from './field.ts';
import { inUnit, isMoney, unitOf, unitPlaces } from './unit.ts';
import { type Value, type Values, isOpen, numberOf, printedDecimals, roundHalfUp } from './value.ts';

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
    const value = field.kind === 'computed' ? compute(field, byName, resolve) : valueOf(field, given);
    open.delete(name);
    if (value !== undefined) resolved.set(name, value);
    return value;
  };

  for (const field of fields) resolve(field.name);
  return resolved;
}

function valueOf(field: Exclude<Field, ComputedField>, given: Values): Value | undefined {
  const value = Object.hasOwn(given, field.name) ? given[field.name] : undefined;
  return value === undefined || isOpen(value) ? field.default : value;
}

function compute(
  field: ComputedField,
  byName: ReadonlyMap<string, Field>,
  resolve: (name: string) => Value | undefined,
): number | undefined {
  const unit = unitOfOperands(field, byName);
  const operands: number[] = [];
  for (const operand of field.compute.of) {
    const value = typeof operand === 'number' ? operand : resolve(operand);
    const number = value === undefined ? undefined : numberOf(value);
    if (number === undefined) return undefined;
    const of = typeof operand === 'number' ? undefined : byName.get(operand);
    operands.push(of === undefined || unit === undefined ? number : asTerm(number, of, unit, field));
  }
  return numberOf(operations[field.compute.op](operands));
}

/** The unit of money in which operands are added or compared, so that 元 and 万元 may meet; undefined where none is. */
function unitOfOperands(field: ComputedField, byName: ReadonlyMap<string, Field>): string | undefined {
  const { op, of } = field.compute;
  if (op === 'product' || op === 'quotient') return undefined;
  const named = of.flatMap((operand) => (typeof operand === 'number' ? [] : (byName.get(operand) ?? [])));
  return [field, ...named].map(unitOf).find(isMoney);
}

/** An operand in the unit of the others. Sums of money add up what is printed: each figure with the decimals it has. */
function asTerm(value: number, field: Field, unit: string, { compute: { op } }: ComputedField): number {
  const adds = op === 'sum' || op === 'difference';
  const printed =
    adds && field.kind === 'computed' && !isTotal(field) ? roundHalfUp(value, field.decimals ?? 1) : value;
  return inUnit(printed, unitOf(field), unit) ?? printed;
}

/** Whether a field adds up others. */
function isTotal(field: Field): field is ComputedField & { compute: { op: 'sum' | 'difference' } } {
  return field.kind === 'computed' && (field.compute.op === 'sum' || field.compute.op === 'difference');
}

/** Growth and share are percentages: 530 against 457 → 15.97…; the rest are plain numbers. */
const operations: Readonly<Record<Operation, (operands: readonly number[]) => number>> = {
  growth: ([now = NaN, before = NaN]) => percentage(sumOf([now, -before]), before),
  share: ([part = NaN, whole = NaN]) => percentage(part, whole),
  sum: (operands) => sumOf(operands),
  difference: ([first = NaN, ...rest]) => sumOf([first, ...rest.map((operand) => -operand)]),
  product: (operands) => productOf(operands),
  quotient: ([dividend = NaN, divisor = NaN]) => quotientOf(dividend, divisor),
};

function percentage(part: number, whole: number): number {
  return quotientOf(productOf([part, 100]), whole);
}

/**
 * A field as its value is printed: a sum or difference has no fewer decimals than what it adds up, whatever it declares,
 * so that nothing is lost between the lines of a table and their total.
 */
export function printedField(field: Field, fields: readonly Field[], values: ReadonlyMap<string, Value>): Field {
  if (!isTotal(field)) return field;
  const decimals = totalDecimals(field, new Map(fields.map((other) => [other.name, other])), values, new Set());
  return decimals === (field.decimals ?? 1) ? field : { ...field, decimals };
}

function totalDecimals(
  field: ComputedField,
  byName: ReadonlyMap<string, Field>,
  values: ReadonlyMap<string, Value>,
  open: Set<Field>,
): number {
  open.add(field);
  const unit = unitOfOperands(field, byName);
  const decimals = field.compute.of.map((operand) => {
    const of = typeof operand === 'number' ? undefined : byName.get(operand);
    if (of === undefined) return typeof operand === 'number' ? printedDecimals(undefined, operand) : 0;
    if (isTotal(of) && !open.has(of)) return totalDecimals(of, byName, values, open);
    const places = unit === undefined ? 0 : (unitPlaces(unitOf(of), unit) ?? 0);
    return printedDecimals(of, values.get(of.name)) - places;
  });
  return Math.min(6, Math.max(field.decimals ?? 1, ...decimals));
}

/** The values that a field's examples give, for 填入示例 and for the check of figures. */
export function exampleValues(fields: readonly Field[]): Values {
  const entries = fields.flatMap((field): [string, Value][] => {
    if (field.kind === 'computed') return [];
    const value = field.example ?? field.default;
    return value === undefined ? [] : [[field.name, value]];
  });
  return Object.fromEntries(entries);
}
