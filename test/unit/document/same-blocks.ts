/** Compares what is read from a print document with what its document says. */
import type { Block, Footnote, Inline } from '../../../src/export/blocks.ts';

/**
 * Blocks without what is known to differ: spaces that nothing shows, beside a line break, and behind a note where its links
 * back stood.
 */
export function comparable(blocks: readonly (Block | Footnote)[]): unknown {
  return JSON.parse(
    JSON.stringify(blocks, (key, value: unknown) => {
      if (key === 'content') return withoutEdges(value as Inline[]);
      return key === 'blocks' ? (value as Block[]).filter(saysSomething) : value;
    }),
  );
}

function saysSomething(block: Block): boolean {
  return block.kind !== 'paragraph' || withoutEdges(block.content).length > 0;
}

function withoutEdges(content: readonly Inline[]): Inline[] {
  return content
    .map((inline, index): Inline => {
      if (inline.kind !== 'text') return inline;
      const begins = content[index - 1]?.kind === 'break';
      const ends = index === content.length - 1 || content[index + 1]?.kind === 'break';
      return { ...inline, text: inline.text.replace(begins ? /^ / : /^$/, '').replace(ends ? / $/ : /^$/, '') };
    })
    .filter((inline) => inline.kind !== 'text' || inline.text !== '');
}
