import { inlinesIn } from './content.ts';
import type { PartName } from './part-names.ts';
import type { Block, Content, Inline, PlanDocument } from './schema.ts';

/** Blocks with their content replaced, those within them too. */
export function mapBlocks(blocks: readonly Block[], content: (content: Content) => Inline[]): Block[] {
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return { ...block, content: content(block.content) };
      case 'list':
        return { ...block, items: block.items.map((item) => ({ ...item, blocks: mapBlocks(item.blocks, content) })) };
      case 'table': {
        const rows = block.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({ ...cell, blocks: mapBlocks(cell.blocks, content) })),
        }));
        return { ...block, caption: content(block.caption), rows };
      }
      case 'figure':
        return { ...block, blocks: mapBlocks(block.blocks, content), caption: content(block.caption) };
      case 'quote':
      case 'group':
        return { ...block, blocks: mapBlocks(block.blocks, content) };
      case 'definitions':
        return { ...block, facts: mapFacts(block.facts, content) };
      default:
        return block;
    }
  });
}

export function mapFacts<Fact extends { readonly term: Content; readonly content: Content }>(
  facts: readonly Fact[],
  content: (content: Content) => Inline[],
) {
  return facts.map((fact) => ({ ...fact, term: content(fact.term), content: content(fact.content) }));
}

/** Blocks that stand directly within a block. */
export function blocksWithin(block: Block): readonly Block[] {
  switch (block.kind) {
    case 'list':
      return block.items.flatMap((item) => item.blocks);
    case 'table':
      return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks));
    case 'figure':
    case 'quote':
    case 'group':
      return block.blocks;
    default:
      return [];
  }
}

/** Every block, each before those within it. */
export function* everyBlock(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    yield* everyBlock(blocksWithin(block));
  }
}

/** Every inline of some blocks, in their order. */
export function* everyInline(blocks: readonly Block[]): Generator<Inline> {
  for (const block of everyBlock(blocks)) for (const content of contentsOf(block)) yield* inlinesIn(content);
}

/** The content that a block has itself. */
function contentsOf(block: Block): readonly Content[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.content];
    case 'table':
    case 'figure':
      return [block.caption];
    case 'definitions':
      return block.facts.flatMap(({ term, content }) => [term, content]);
    default:
      return [];
  }
}

/** Whether the text shows a part of the plan's data. */
export function isPlaced({ blocks, tables }: PlanDocument, part: PartName): boolean {
  if (part !== 'schedule' && part !== 'signOff' && tables[part]?.omitted === true) return false;
  for (const block of everyBlock(blocks)) if (block.kind === 'part' && block.part === part) return true;
  return false;
}
