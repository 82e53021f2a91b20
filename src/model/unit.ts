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
