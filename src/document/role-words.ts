import type { Element, ElementContent } from 'hast';
import { inBrackets } from './filling.ts';

/** Longer names are broken like any text; in a column that is too narrow for it, what is kept whole breaks anywhere. */
const longestWhole = 8;

/**
 * A role, and the person who has it, each on one line where it is short.
 *
 * ```html
 * <span class="whole">客服主管</span><wbr><span class="whole">（王小明）</span>
 * ```
 */
export function roleWords(role: string, person?: string): ElementContent[] {
  if (person === undefined) return [whole(role)];
  return [whole(role), { type: 'element', tagName: 'wbr', properties: {}, children: [] }, whole(inBrackets(person))];
}

function whole(words: string): Element {
  const className = Array.from(words).length <= longestWhole ? ['whole'] : [];
  return { type: 'element', tagName: 'span', properties: { className }, children: [{ type: 'text', value: words }] };
}
