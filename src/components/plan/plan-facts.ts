import { type Field, fieldKindTitles } from '../../model/field.ts';
import { formatDate, parseDate } from '../../model/time/offset.ts';
import type { Plan } from '../../model/plan.ts';
import { formatValue } from '../../model/value.ts';
import { strings } from '../strings.zh.ts';

/** How many blanks a writer has to fill: computed fields fill themselves, and a default is an answer already. */
export function blankCount({ fields }: Pick<Plan, 'fields'>): number {
  return fields.filter((field) => field.kind !== 'computed' && field.default === undefined).length;
}

/** What belongs into a field, in one sentence: its hint and its example, else its kind. */
export function hintOf(field: Field): string {
  const example = exampleOf(field);
  const parts = [
    field.hint ?? fieldKindTitles[field.kind],
    ...(example === '' ? [] : [strings.plan.exampleOf(example)]),
  ];
  return parts.join('。');
}

/** The example as it would stand in the document; '' for none. */
export function exampleOf(field: Field): string {
  const example = field.kind === 'computed' ? undefined : (field.example ?? field.default);
  return example === undefined ? '' : formatValue(field, example);
}

/** `2026-11-20` → 2026年11月20日. */
export function dayInWords(day: string): string {
  const date = parseDate(day);
  return date === undefined ? day : formatDate(date);
}
