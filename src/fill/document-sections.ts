import type { Element, ElementContent } from 'hast';
import { type Flow, type Outline, type Section, flowOf } from '../document/sections.ts';
import { hasClass } from './block-text.ts';

export type DocumentSection = Section<ElementContent, Element>;

const outline: Outline<ElementContent, Element> = {
  headingOf: (node) => {
    const level = node.type === 'element' ? /^h([2-6])$/.exec(node.tagName)?.[1] : undefined;
    if (node.type !== 'element' || level === undefined) return undefined;
    const { id } = node.properties;
    return { heading: node, level: Number(level), id: typeof id === 'string' ? id : '' };
  },
  closes: (node) =>
    node.type === 'element' && (hasClass(node, 'sign-off') || node.properties['dataFootnotes'] !== undefined),
};

/** Sorts the children of a parent by the headings h2–h6 among them; undefined where it has none. */
export function elementFlow(children: readonly ElementContent[]): Flow<ElementContent, Element> | undefined {
  return flowOf(children, outline);
}
