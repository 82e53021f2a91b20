import type { Element, ElementContent } from 'hast';
import { hasClass } from './block-text.ts';
import type { Ordering } from '../document/edit.ts';
import type { EditConflict } from './resolve-edits.ts';

/** A heading with all that stands below it. */
export interface DocumentSection {
  /** Id of the heading. */
  readonly id: string;
  readonly heading: Element;
  /** What stands before the first section below. */
  readonly content: readonly ElementContent[];
  readonly sections: readonly DocumentSection[];
}

/** Flow content by its headings h2–h6. What closes a document, sign-off and footnotes, belongs to no section. */
export interface Flow {
  readonly lead: readonly ElementContent[];
  readonly sections: readonly DocumentSection[];
  readonly end: readonly ElementContent[];
}

/** Sorts the children of a parent by the headings among them; undefined where it has none. */
export function flowOf(children: readonly ElementContent[]): Flow | undefined {
  const first = children.findIndex((child) => levelOf(child) !== undefined);
  if (first === -1) return undefined;
  const closing = children.findIndex((child, index) => index > first && closes(child));
  const end = closing === -1 ? children.length : closing;
  return { lead: children.slice(0, first), sections: sectionsOf(children.slice(first, end)), end: children.slice(end) };
}

function sectionsOf(nodes: readonly ElementContent[]): DocumentSection[] {
  const sections: DocumentSection[] = [];
  for (let at = 0; at < nodes.length;) {
    const heading = nodes[at];
    const level = heading && levelOf(heading);
    if (heading?.type !== 'element' || level === undefined) throw new Error('a section begins with its heading');
    const next = nodes.findIndex((node, index) => index > at && (levelOf(node) ?? 7) <= level);
    const body = nodes.slice(at + 1, next === -1 ? nodes.length : next);
    const below = body.findIndex((node) => levelOf(node) !== undefined);
    sections.push({
      id: typeof heading.properties['id'] === 'string' ? heading.properties['id'] : '',
      heading,
      content: below === -1 ? body : body.slice(0, below),
      sections: below === -1 ? [] : sectionsOf(body.slice(below)),
    });
    at = next === -1 ? nodes.length : next;
  }
  return sections;
}

function levelOf(node: ElementContent): number | undefined {
  const match = node.type === 'element' ? /^h([2-6])$/.exec(node.tagName) : null;
  return match === null ? undefined : Number(match[1]);
}

function closes(node: ElementContent): boolean {
  return node.type === 'element' && (hasClass(node, 'sign-off') || node.properties['dataFootnotes'] !== undefined);
}

/**
 * Sections in a writer's order. A section that the order does not know, since it was published later, comes behind the
 * one that it is published behind.
 */
export function orderedSections(
  sections: readonly DocumentSection[],
  order: Ordering | undefined,
  conflict: (conflict: EditConflict) => void,
): readonly DocumentSection[] {
  if (order === undefined) return sections;
  const byId = new Map(sections.map((section) => [section.id, section]));
  const listed = [...new Set(order.sections)];
  const ordered = listed.flatMap((id) => byId.get(id) ?? []);
  if (ordered.length < listed.length) conflict({ edit: order, reason: 'missing' });
  sections.forEach((section, index) => {
    if (ordered.includes(section)) return;
    const before = sections[index - 1];
    ordered.splice(before === undefined ? 0 : ordered.indexOf(before) + 1, 0, section);
  });
  return ordered;
}
