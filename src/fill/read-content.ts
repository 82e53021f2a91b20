import type { Field } from '../model/field.ts';
import { readingOf } from '../model/read-value.ts';
import type { Values } from '../model/value.ts';
import type { DraftContent } from './draft.ts';
import { plainContent } from './plain-content.ts';

/** Values as their fields keep them, whatever way they are written. */
export function readValues(fields: readonly Field[], values: Values): Values {
  const byName = new Map(fields.map((field) => [field.name, field]));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = byName.get(name);
      return [name, field === undefined ? value : readingOf(field, value).value];
    }),
  );
}

/** A draft's content as it goes into a document: plain text, and values as their fields keep them. */
export function readContent(fields: readonly Field[], draft: DraftContent): DraftContent {
  const content = plainContent(draft);
  return { ...content, values: readValues(fields, content.values) };
}
