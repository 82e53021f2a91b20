import { parseDate } from '../../model/time/offset.ts';
import type { Block, Content, Inline } from '../schema.ts';
import { wordsOfTime } from '../time/time-words.ts';
import { collapsed } from '../white-space.ts';

/**
 * Content as a writer edits it: blanks as 【标签】 whether filled or not, a literal bracket as \【, line breaks as \n,
 * footnotes as [^1].
 */
export function editedWords(content: Content): string {
  return withoutEdges(rawWords(content));
}

function withoutEdges(words: string): string {
  return words.replace(/^ +| +$/g, '').replace(/ *\n */g, '\n');
}

function rawWords(content: Content): string {
  return content.map(wordsOf).join('');
}

function wordsOf(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text.replaceAll('【', '\\【');
    case 'blank':
      return `【${inline.label}】`;
    case 'time':
      return wordsOfTime(inline.timing, inline.from === undefined ? undefined : parseDate(inline.from));
    case 'role':
      return inline.name;
    case 'break':
      return '\n';
    case 'footnote':
      return `[^${inline.id}]`;
    case 'link':
    case 'span':
      return rawWords(inline.content);
    case 'gap':
      return inline.for === 'date' ? '年月日' : '';
    // A total that is added up is no text of its own: it has the same name whatever it comes to.
    case 'sum':
    case 'picture':
      return '';
  }
}

/** The words of blocks that stand together, as a quotation or a cell. */
export function wordsOfBlocks(blocks: readonly Block[]): string {
  const [only, ...more] = blocks;
  const bare = only?.kind === 'paragraph' && only.bare === true && more.length === 0;
  return withoutEdges(bare ? rawWords(only.content) : spaced(blocks.map(wordsOfBlock)));
}

/**
 * The white space is that of the HTML which drafts of version 1 were begun with: the hashes in their addresses are taken of
 * these words.
 */
function spaced(words: readonly string[]): string {
  return [' ', ...words.flatMap((word) => [word, ' '])].join('');
}

function wordsOfBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return rawWords(block.content);
    case 'list':
      return spaced(block.items.map(({ blocks }) => wordsOfItem(blocks)));
    case 'table':
      return spaced(
        block.rows.map(({ cells }) => spaced(cells.map(({ blocks }) => rawWords(blocks.flatMap(contentsOf))))),
      );
    case 'figure':
      return rawWords([...block.blocks.flatMap(contentsOf), ...block.caption]);
    case 'quote':
      return spaced(block.blocks.map(wordsOfBlock));
    case 'group':
      return block.blocks.map(wordsOfBlock).join('');
    case 'code':
      return collapsed(`${block.text}\n`).replaceAll('【', '\\【');
    case 'definitions':
      return rawWords(block.facts.flatMap(({ term, content }) => [...term, ...content]));
    case 'rule':
    case 'part':
      return '';
  }
}

function wordsOfItem(blocks: readonly Block[]): string {
  const isBare = (block: Block | undefined): boolean => block?.kind === 'paragraph' && block.bare === true;
  const words = blocks.map((block, index) => (index === 0 && isBare(block) ? '' : ' ') + wordsOfBlock(block));
  return words.join('') + (isBare(blocks.at(-1)) ? '' : ' ');
}

function contentsOf(block: Block): Content {
  return block.kind === 'heading' || block.kind === 'paragraph' ? block.content : [];
}
