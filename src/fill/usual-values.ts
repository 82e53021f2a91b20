import type { Field } from '../model/field.ts';
import { parseDate } from '../model/time/offset.ts';
import { type Value, type Values, isOpen } from '../model/value.ts';

/**
 * Whether nothing has to be read or said about some values: each is written as its field keeps it, and within its limits.
 * What this is not sure of, `read-content.ts` and `value-problems.ts` look at; pages load them only then.
 */
export function areUsual(fields: readonly Field[], values: Values): boolean {
  return Object.entries(values).every(([name, value]) => {
    const field = fields.find((other) => other.name === name);
    return field !== undefined && isUsual(field, value);
  });
}

function isUsual(field: Field, value: Value): boolean {
  const text = String(value);
  switch (field.kind) {
    case 'text':
    case 'longtext':
      return !isOpen(value) && text.length <= (field.maxLength ?? Infinity);
    case 'choice':
      return field.options.includes(text);
    case 'date':
      // Others may be the end of what one of them begins.
      return /^(?:start|written)$/.test(field.name) && /^(?:19|20)/.test(text) && parseDate(text) !== undefined;
    case 'month':
    case 'computed':
      return false;
    default: {
      const number = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : NaN;
      const { kind, min = 0, max = kind === 'percent' ? 100 : 1e9 } = field;
      return number >= min && number <= max && (kind !== 'integer' || Number.isInteger(number));
    }
  }
}
