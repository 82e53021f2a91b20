import type { ComputedField, Field } from '../../model/field.ts';
import { fillPageStrings as words } from './fill-page-strings.zh.ts';

/** What is said below a control: the field's hint, its limits, and whether it starts out filled. */
export function fieldHint(field: Exclude<Field, ComputedField>): string {
  const parts = [field.hint, limitsOf(field), field.default === undefined ? undefined : words.preset];
  return words.sentence(parts.filter((part) => part !== undefined));
}

function limitsOf(field: Exclude<Field, ComputedField>): string | undefined {
  if (field.kind === 'text' || field.kind === 'longtext')
    return field.maxLength === undefined ? undefined : words.limits.length(field.maxLength);
  if (field.kind === 'choice' || field.kind === 'date' || field.kind === 'month') return undefined;
  const { min, max } = field;
  if (min !== undefined && max !== undefined) return words.limits.between(min, max);
  // That there is no less than nothing needs no saying.
  if (min !== undefined) return min === 0 ? undefined : words.limits.min(min);
  return max === undefined ? undefined : words.limits.max(max);
}
