/** Compares what is read from a print document with what its document says. */
import type { Block, Footnote, Inline, ListItem } from '../../../src/export/blocks.ts';

/**
 * Blocks without what is known to differ: spaces that nothing shows, beside a line break and behind a note where its links
 * back stood or blocks were left out, and the frames of paragraphs, items and lists of which a writer has left out everything.
 */
export function comparable(blocks: readonly (Block | Footnote)[]): unknown {
  const { inner } = JSON.parse(
    JSON.stringify({ inner: blocks }, (key, value: unknown) => {
      if (key === 'content') return withoutEdges(value as Inline[]);
      if (key === 'items') return (value as ListItem[]).filter((item) => item.blocks.some(saysSomething));
      return key === 'blocks' || key === 'inner' ? (value as Block[]).filter(saysSomething) : value;
    }),
  ) as { inner: unknown };
  return inner;
}

function saysSomething(block: Block): boolean {
  if (block.kind === 'list') return block.items.some((item) => item.blocks.some(saysSomething));
  return block.kind !== 'paragraph' || withoutEdges(block.content).length > 0;
}

function withoutEdges(content: readonly Inline[]): Inline[] {
  return content
    .map((inline, index): Inline => {
      if (inline.kind !== 'text') return inline;
      const begins = index === 0 || content[index - 1]?.kind === 'break';
      const ends = index === content.length - 1 || content[index + 1]?.kind === 'break';
      return { ...inline, text: inline.text.replace(begins ? /^ +/ : /^$/, '').replace(ends ? / +$/ : /^$/, '') };
    })
    .filter((inline) => inline.kind !== 'text' || inline.text !== '');
}
