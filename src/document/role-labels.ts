import type { Element } from 'hast';
import { h } from '../model/element.ts';
import { roleLabel } from './role-label.ts';

/** Several posts in a row, each with the mark behind it in a box of its own, so that a person stays with their post. */
export function roleLabels(names: readonly string[]): Element[] {
  return names.map((name, index) =>
    h('span', { className: ['listed'] }, [...roleLabel(name), ...(index < names.length - 1 ? ['、'] : [])]),
  );
}
