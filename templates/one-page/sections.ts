import type { Block, BlockOf, PlanDocument } from '../../src/document/schema.ts';
import { everyBlock } from '../../src/document/walk.ts';

/** A first-level heading, with all that stands below it. */
export interface Section {
  readonly heading: BlockOf<'heading'>;
  readonly blocks: readonly Block[];
}

/** What stands before the first heading, and the sections; the signatures belong to none. */
export function sectionsOf({ blocks }: PlanDocument): {
  readonly lead: readonly Block[];
  readonly sections: readonly Section[];
} {
  const signed = blocks.findIndex((block) => block.kind === 'part' && block.part === 'signOff');
  const text = signed === -1 ? blocks : blocks.slice(0, signed);
  const starts = text.flatMap((block, at) => (block.kind === 'heading' && block.level === 1 ? [at] : []));
  const sections = starts.flatMap((start, index): Section[] => {
    const [heading, ...below] = text.slice(start, starts[index + 1]);
    return heading?.kind === 'heading' ? [{ heading, blocks: below }] : [];
  });
  return { lead: text.slice(0, starts[0]), sections };
}

/** The section that shows the indicators. */
export function goalsSection(document: PlanDocument): Section | undefined {
  return sectionsOf(document).sections.find(({ blocks }) =>
    [...everyBlock(blocks)].some((block) => block.kind === 'part' && block.part === 'kpis'),
  );
}
