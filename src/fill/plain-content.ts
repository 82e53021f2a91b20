import type { Value } from '../model/value.ts';
import type { DraftContent } from './draft.ts';
import { plainText } from '../document/edits/plain-text.ts';

/** Values and names as plain text, see {@link plainText}. Changes of the text are made plain where they are put in. */
export function plainContent({ values, people, ...text }: DraftContent): DraftContent {
  const plain = (value: Value): Value => (typeof value === 'string' ? plainText(value) : value);
  return {
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)])),
    people: Object.fromEntries(Object.entries(people).map(([role, name]) => [role, plainText(name)])),
    ...text,
  };
}
