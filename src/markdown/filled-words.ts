import type { ElementContent } from 'hast';
import type { Field } from '../model/field.ts';
import { breakingOf } from '../model/value.ts';

/** UTF-16 units from which on a value is set as running text, where a short one stands in a column of its own. */
const longValue = 40;

/** How a blank with a value is set, by the build as by a writer's browser. */
export function filledClasses(field: Field, words: string): string[] {
  return ['filled', breakingOf(field, words) ?? [], words.length > longValue ? 'long' : []].flat();
}

/** Text of one line or several. */
export function lines(words: string): ElementContent[] {
  return words
    .split(/\r\n|\r|\n/)
    .flatMap((line, i): ElementContent[] => [
      ...(i === 0 ? [] : [{ type: 'element' as const, tagName: 'br', properties: {}, children: [] }]),
      { type: 'text', value: line },
    ]);
}
