import { noValues, printedField, resolveValues } from '../model/compute.ts';
import type { Field } from '../model/field.ts';
import { type CalendarDate, parseDate } from '../model/time/offset.ts';
import type { PlanDocument } from './schema.ts';
import { type Value, type Values, isOpen } from '../model/value.ts';

/** What a writer gives a plan: values by field name, and people by role. */
export interface Filling {
  readonly values: Values;
  /** Role → person's name. */
  readonly people: Readonly<Record<string, string>>;
}

/** A plan that is not filled in. */
export const nothingFilled: Filling = { values: noValues, people: {} };

/** 【起始日期】, where it is known. */
export function startOf(fields: readonly Field[], { values }: Filling): CalendarDate | undefined {
  return parseDate(String(resolveValues(fields, values).get('start') ?? ''));
}

/** The first day of a filled document, where it is known. */
export function firstDay({ values }: PlanDocument): CalendarDate | undefined {
  return parseDate(String(values?.['start'] ?? ''));
}

/** Field, as it is printed, and value by label, for every field whose value is known. */
export function answersByLabel(
  fields: readonly Field[],
  { values }: Filling,
): ReadonlyMap<string, { readonly field: Field; readonly value: Value }> {
  const resolved = resolveValues(fields, values);
  return new Map(
    fields.flatMap((field) => {
      const value = resolved.get(field.name);
      return value === undefined
        ? []
        : [[field.label, { field: printedField(field, fields, resolved), value }] as const];
    }),
  );
}

/** The name of the person who has a role, without white space around it; undefined while none is named. */
export function personOf(role: string, { people }: Filling): string | undefined {
  const person = Object.hasOwn(people, role) ? people[role]?.trim() : undefined;
  return isOpen(person) ? undefined : person;
}

/** A person's name as it stands behind the role: 客服主管（王小明）. */
export function inBrackets(person: string): string {
  return `（${person}）`;
}
