/** The words of a document's blocks, to be compared with those of its paper. */
import type { Element, ElementContent } from 'hast';
import { type Block, type Inline, inlineText } from '../../../src/export/blocks.ts';
import { articleTexts, bare } from '../export/read-back.ts';

/** What each paragraph, item, heading, cell and term says, in order; code, figures and the schedule, which is drawn, aside. */
export function blockTexts(blocks: readonly Block[]): string[] {
  return blocks.flatMap(textsOf).filter((text) => text !== '');
}

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [words(block.content)];
    case 'facts':
      return block.facts.flatMap(({ term, content }) => [words(term), words(content)]);
    case 'list':
      return block.items.flatMap(({ blocks }) => blocks.flatMap(textsOf));
    case 'table': {
      if (block.name === 'schedule') return [];
      const rows = [block.head, ...block.rows.map(({ cells }) => cells)];
      return [words(block.caption), ...rows.flat().map(({ content }) => words(content))];
    }
    case 'quote':
      return block.blocks.flatMap(textsOf);
    default:
      return [];
  }
}

function words(content: readonly Inline[]): string {
  return bare(inlineText(content));
}

/** The same of an article: its text, and its notes. */
export function textsOfPaper(article: Element): { readonly text: string[]; readonly notes: string[] } {
  return { text: articleTexts(without(article)), notes: notesIn(article).flatMap(articleTexts) };
}

function without(element: Element): Element {
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    return child.properties['dataFootnotes'] === undefined ? [without(child)] : [];
  });
  return { ...element, children };
}

function notesIn(element: Element): Element[] {
  return element.children.flatMap((child): Element[] => {
    if (child.type !== 'element') return [];
    return child.properties['dataFootnotes'] === undefined ? notesIn(child) : [child];
  });
}
