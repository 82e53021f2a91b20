import type { Content, PlanDocument } from './schema.ts';
import { headingNumbers } from './heading-numbers.ts';
import { inlinesIn } from './content.ts';
import { everyBlock } from './walk.ts';

/** A heading that links lead to. */
export interface OutlineEntry {
  readonly level: number;
  readonly anchor: string;
  /** With its number; blanks by their labels. */
  readonly words: string;
}

/** The headings of a document's text, in their order. */
export function outlineOf({ blocks }: PlanDocument): OutlineEntry[] {
  const numbers = headingNumbers(blocks);
  return [...everyBlock(blocks)].flatMap((block): OutlineEntry[] => {
    if (block.kind !== 'heading' || block.anchor === undefined || block.level === 0) return [];
    const { id, level, anchor, content } = block;
    return [{ level, anchor, words: (numbers.get(id) ?? '') + labelled(content) }];
  });
}

function labelled(content: Content): string {
  return [...inlinesIn(content)]
    .map((inline) => {
      if (inline.kind === 'text') return inline.text;
      return inline.kind === 'blank' ? (inline.words ?? inline.label) : '';
    })
    .join('');
}
