import { shifted } from './decimal.ts';
import type { ComputedField, Field, NumericField } from './field.ts';

/** Whether a field holds a number, and so can be an operand or a target. */
export function isNumeric(field: Field): field is NumericField | ComputedField {
  return ['number', 'integer', 'percent', 'money', 'computed'].includes(field.kind);
}

/** The unit that is written behind a field's figure; '' for none. */
export function unitOf(field: Field): string {
  switch (field.kind) {
    case 'percent':
      return '%';
    case 'money':
      return field.unit ?? '元';
    case 'number':
    case 'integer':
      return field.unit ?? '';
    case 'computed':
      return field.compute.op === 'growth' || field.compute.op === 'share' ? '%' : (field.unit ?? '');
    default:
      return '';
  }
}

/** Units of money by the power of ten of 元 that they are. */
const moneyUnits: ReadonlyMap<string, number> = new Map([
  ['分', -2],
  ['角', -1],
  ['元', 0],
  ['人民币元', 0],
  ['百元', 2],
  ['千元', 3],
  ['万元', 4],
  ['十万元', 5],
  ['百万元', 6],
  ['千万元', 7],
  ['亿元', 8],
]);

export function isMoney(unit: string): boolean {
  return moneyUnits.has(unit);
}

/**
 * Places by which the point of a figure moves from one unit to another: 万元 → 元 is 4. A figure without a unit is in
 * whichever is asked for. Undefined where one is no form of the other.
 */
export function unitPlaces(from: string, to: string): number | undefined {
  if (from === '' || from === to) return 0;
  const [of, into] = [moneyUnits.get(from), moneyUnits.get(to)];
  return of === undefined || into === undefined ? undefined : of - into;
}

/** A figure in another unit: 2.5 万元 in 元 → 25000; undefined where it cannot be. */
export function inUnit(value: number, from: string, to: string): number | undefined {
  const places = unitPlaces(from, to);
  return places === undefined ? undefined : shifted(value, places);
}
