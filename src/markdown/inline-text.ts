import { splitBlanks } from '../model/blank.ts';
import { noValues, printedField, resolveValues } from '../model/compute.ts';
import type { Field } from '../model/field.ts';
import { type Values, formatValue } from '../model/value.ts';

/** A string of the front matter as plain text: a blank as its value, or as its label while it has none. */
export function inlineText(
  source: string,
  fields: readonly Field[],
  { values: given = noValues }: { readonly values?: Values } = {},
): string {
  const values = resolveValues(fields, given);
  return splitBlanks(source)
    .map((run) => {
      if (run.kind === 'text') return run.text;
      const field = fields.find(({ label }) => label === run.label);
      const value = field && values.get(field.name);
      if (field === undefined || value === undefined) return run.label;
      return formatValue(printedField(field, fields, values), value);
    })
    .join('');
}
