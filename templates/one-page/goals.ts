import { mapContent, tidied } from '../../src/document/content.ts';
import type { Block, Content, Inline, PlanDocument } from '../../src/document/schema.ts';
import { mapBlocks } from '../../src/document/walk.ts';
import { goalsSection } from './sections.ts';

/**
 * What a plan says of its goals: paragraphs and lists of the section that shows the indicators, without its tables, notes and
 * the headings below its own. Where the indicators stand in no section of words, there are none.
 */
export function goalsOf(document: PlanDocument): Block[] {
  const blocks = goalsSection(document)?.blocks ?? [];
  return blocks.flatMap((block, index): Block[] => {
    if (!isWords(block)) return [];
    const [words] = mapBlocks([block], withoutNotes);
    if (words?.kind !== 'paragraph') return words === undefined ? [] : [words];
    const next = blocks[index + 1];
    const leadsOver = next?.kind === 'table' || (next?.kind === 'part' && next.part !== 'schedule');
    const content = leadsOver ? withoutLeadIn(words.content) : words.content;
    return content.length === 0 ? [] : [{ ...words, content }];
  });
}

export function isWords({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'list';
}

function withoutNotes(content: Content): Inline[] {
  return mapContent(content, (inline) => (inline.kind === 'footnote' ? [] : [inline]));
}

/** Words without the last sentence where that leads over, with a colon, to the table behind them. */
function withoutLeadIn(content: Content): Inline[] {
  const last = content.at(-1);
  if (last?.kind !== 'text' || last.marks !== undefined || !last.text.trimEnd().endsWith('：')) return [...content];
  const isEnd = (inline: Inline): boolean =>
    inline.kind === 'text' && inline.marks === undefined && inline.text.includes('。');
  const at = content.findLastIndex(isEnd);
  const end = content[at];
  if (end?.kind !== 'text') return [];
  return tidied([...content.slice(0, at), { ...end, text: end.text.slice(0, end.text.lastIndexOf('。') + 1) }]);
}
