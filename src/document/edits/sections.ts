import type { Ordering } from './edit.ts';
import type { EditConflict } from './resolve-edits.ts';
import type { Block, BlockOf } from '../schema.ts';
import { blocksWithin } from '../walk.ts';

/** A heading with all that stands below it. */
export interface Section {
  /** Anchor of the heading. */
  readonly id: string;
  readonly heading: BlockOf<'heading'>;
  /** What stands before the first section below. */
  readonly content: readonly Block[];
  readonly sections: readonly Section[];
}

/** Blocks by their headings. The sign-off, which closes a document, belongs to no section, nor does what is behind it. */
export interface Flow {
  readonly lead: readonly Block[];
  readonly sections: readonly Section[];
  readonly end: readonly Block[];
}

/** Sorts blocks by the headings among them; undefined where there are none. */
export function flowOf(blocks: readonly Block[]): Flow | undefined {
  const first = blocks.findIndex(isHeading);
  if (first === -1) return undefined;
  const closing = blocks.findIndex(
    (block, index) => index > first && block.kind === 'part' && block.part === 'signOff',
  );
  const end = closing === -1 ? blocks.length : closing;
  return { lead: blocks.slice(0, first), sections: sectionsOf(blocks.slice(first, end)), end: blocks.slice(end) };
}

/** The uppermost sections. They stand where the first headings are: among these blocks, or within one of them. */
export function uppermostSections(blocks: readonly Block[]): readonly Section[] {
  const flow = flowOf(blocks);
  if (flow !== undefined) return flow.sections;
  for (const block of blocks) {
    const sections = uppermostSections(blocksWithin(block));
    if (sections.length > 0) return sections;
  }
  return [];
}

/** A title is no heading of a section. */
function isHeading(block: Block): block is BlockOf<'heading'> {
  return block.kind === 'heading' && block.level > 0;
}

/** @param blocks of which the first is a heading */
function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: Section[] = [];
  for (let at = 0; at < blocks.length;) {
    const heading = blocks[at];
    if (heading === undefined || !isHeading(heading)) throw new Error('a section begins with its heading');
    const isNext = (block: Block): boolean => isHeading(block) && block.level <= heading.level;
    const next = blocks.findIndex((block, index) => index > at && isNext(block));
    const body = blocks.slice(at + 1, next === -1 ? blocks.length : next);
    const below = body.findIndex(isHeading);
    sections.push({
      id: heading.anchor ?? '',
      heading,
      content: below === -1 ? body : body.slice(0, below),
      sections: below === -1 ? [] : sectionsOf(body.slice(below)),
    });
    at = next === -1 ? blocks.length : next;
  }
  return sections;
}

/**
 * Sections in a writer's order. A section that the order does not know, since it was published later, comes behind the
 * one that it is published behind.
 */
export function orderedSections(
  sections: readonly Section[],
  order: Ordering | undefined,
  conflict: (conflict: EditConflict) => void,
): readonly Section[] {
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
