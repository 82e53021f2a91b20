import { type Section, flowOf } from '../../src/document/edits/sections.ts';
import type { Block, BlockOf, PlanDocument } from '../../src/document/schema.ts';
import { everyBlock } from '../../src/document/walk.ts';

/** An uppermost heading, with all that stands below it. */
interface PageSection {
  readonly heading: BlockOf<'heading'>;
  readonly blocks: readonly Block[];
}

/** What stands before the first heading, and the sections; the signatures belong to none. */
export function sectionsOf({ blocks }: PlanDocument): {
  readonly lead: readonly Block[];
  readonly sections: readonly PageSection[];
} {
  const { lead, sections } = flowOf(blocks) ?? { lead: blocks, sections: [] };
  return { lead, sections: sections.map((section) => ({ heading: section.heading, blocks: below(section) })) };
}

function below({ content, sections }: Section): Block[] {
  return [...content, ...sections.flatMap((section) => [section.heading, ...below(section)])];
}

/** The section that shows the indicators. */
export function goalsSection(document: PlanDocument): PageSection | undefined {
  return sectionsOf(document).sections.find(({ blocks }) =>
    [...everyBlock(blocks)].some((block) => block.kind === 'part' && block.part === 'kpis'),
  );
}
