import type { ElementContent, Element } from 'hast';
import { h } from '../model/element.ts';
import { roleWords } from './role-words.ts';

/** A role in the document, marked so that filling can put a person's name to it. */
export function roleLabel(name: string | undefined): ElementContent[] {
  return name === undefined ? [] : [h('span', { className: ['role'], dataRole: name }, roleWords(name))];
}

/** Several roles in a row, each with the mark behind it in a box of its own, so that a person stays with their role. */
export function roleLabels(names: readonly string[]): Element[] {
  return names.map((name, index) =>
    h('span', { className: ['listed'] }, [...roleLabel(name), ...(index < names.length - 1 ? ['、'] : [])]),
  );
}
