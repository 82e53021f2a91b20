import type { ElementContent } from 'hast';
import { h } from '../model/element.ts';
import { roleWords } from './role-words.ts';

/** A post in the document, marked so that filling can put a person's name to it. */
export function roleLabel(name: string | undefined): ElementContent[] {
  return name === undefined ? [] : [h('span', { className: ['role'], dataRole: name }, roleWords(name))];
}
