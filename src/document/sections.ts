import type { Ordering } from './edit.ts';
import type { EditConflict } from './resolve-edits.ts';

/** A heading with all that stands below it. */
export interface Section<Node, Heading extends Node> {
  /** Name of the heading. */
  readonly id: string;
  readonly heading: Heading;
  /** What stands before the first section below. */
  readonly content: readonly Node[];
  readonly sections: readonly Section<Node, Heading>[];
}

/** Flow content by its headings. What closes a document, sign-off and footnotes, belongs to no section. */
export interface Flow<Node, Heading extends Node> {
  readonly lead: readonly Node[];
  readonly sections: readonly Section<Node, Heading>[];
  readonly end: readonly Node[];
}

/** What tells headings, and what closes a document, from all else. */
export interface Outline<Node, Heading extends Node> {
  readonly headingOf: (
    node: Node,
  ) => { readonly heading: Heading; readonly level: number; readonly id: string } | undefined;
  readonly closes: (node: Node) => boolean;
}

/** Sorts nodes by the headings among them; undefined where there are none. */
export function flowOf<Node, Heading extends Node>(
  nodes: readonly Node[],
  outline: Outline<Node, Heading>,
): Flow<Node, Heading> | undefined {
  const { headingOf, closes } = outline;
  const first = nodes.findIndex((node) => headingOf(node) !== undefined);
  if (first === -1) return undefined;
  const closing = nodes.findIndex((node, index) => index > first && closes(node));
  const end = closing === -1 ? nodes.length : closing;
  return {
    lead: nodes.slice(0, first),
    sections: sectionsOf(nodes.slice(first, end), outline),
    end: nodes.slice(end),
  };
}

function sectionsOf<Node, Heading extends Node>(
  nodes: readonly Node[],
  outline: Outline<Node, Heading>,
): Section<Node, Heading>[] {
  const { headingOf } = outline;
  const sections: Section<Node, Heading>[] = [];
  for (let at = 0; at < nodes.length;) {
    const [node] = nodes.slice(at, at + 1);
    const found = node === undefined ? undefined : headingOf(node);
    if (found === undefined) throw new Error('a section begins with its heading');
    const { id, heading, level } = found;
    const next = nodes.findIndex((other, index) => index > at && (headingOf(other)?.level ?? Infinity) <= level);
    const body = nodes.slice(at + 1, next === -1 ? nodes.length : next);
    const below = body.findIndex((other) => headingOf(other) !== undefined);
    sections.push({
      id,
      heading,
      content: below === -1 ? body : body.slice(0, below),
      sections: below === -1 ? [] : sectionsOf(body.slice(below), outline),
    });
    at = next === -1 ? nodes.length : next;
  }
  return sections;
}

/**
 * Sections in a writer's order. A section that the order does not know, since it was published later, comes behind the
 * one that it is published behind.
 */
export function orderedSections<One extends { readonly id: string }>(
  sections: readonly One[],
  order: Ordering | undefined,
  conflict: (conflict: EditConflict) => void,
): readonly One[] {
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
