import type { Block, Inline } from '../document/schema.ts';

/** What a cell holds, a line for each of its blocks: a cell of a file has no lists or paragraphs. */
export function linesOf(block: Block): (readonly Inline[])[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.content];
    case 'list':
      return block.items.flatMap(({ blocks }) => blocks.flatMap((inner) => linesOf(inner)));
    case 'table':
      return block.rows.flatMap(({ cells }) =>
        cells.flatMap(({ blocks }) => blocks.flatMap((inner) => linesOf(inner))),
      );
    case 'quote':
    case 'group':
      return block.blocks.flatMap((inner) => linesOf(inner));
    case 'figure':
      return [...block.blocks.flatMap((inner) => linesOf(inner)), block.caption];
    case 'code':
      return block.text.split('\n').map((text): Inline[] => [{ kind: 'text', text, marks: ['code'] }]);
    case 'definitions':
      return block.facts.map(({ term, content }) => [...term, { kind: 'text', text: '：' }, ...content]);
    default:
      return [];
  }
}
