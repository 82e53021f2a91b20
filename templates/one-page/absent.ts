/** What the page never shows. The paper carries it hidden; the fitting names it at the foot of the page and takes it out. */
import type { Element, ElementContent } from 'hast';
import type { Block } from '../../src/document/schema.ts';
import type { DocumentHtml } from '../../src/html/document-html.ts';
import { h } from '../../src/model/element.ts';
import { isWords } from './goals.ts';
import { goalsSection, sectionsOf } from './sections.ts';

/**
 * The plan's tables that are not on the page, the headings of sections whose words are not, and what the section of the
 * goals has beside words.
 */
export function absentParts(html: DocumentHtml): Element[] {
  const { document } = html;
  const { lead, sections } = sectionsOf(document);
  const goals = goalsSection(document);
  const others = sections.filter(({ heading, blocks }) => heading !== goals?.heading && blocks.some(says));
  const left = goals?.blocks.filter((block) => says(block) && !isWords(block)) ?? [];
  return [
    ...part('budget', html.table('budget')),
    ...part('reviews', html.table('reviews')),
    ...part('lead', html.blocks(lead.filter(says))),
    ...part('goals', html.blocks(left)),
    ...part('prose', html.blocks(others.map(({ heading }) => heading))),
  ];
}

/** Whether a block says something that only the text says: the plan's tables and drawings stand on the page or are named. */
function says(block: Block): boolean {
  if (block.kind === 'group') return block.blocks.some(says);
  return block.kind !== 'heading' && block.kind !== 'rule' && block.kind !== 'part';
}

function part(name: string, content: readonly ElementContent[]): Element[] {
  return content.length === 0 ? [] : [h('div', { hidden: true, dataAbsent: name }, content)];
}
