import type { Element, ElementContent, Nodes, Root } from 'hast';
import { childElements, hasClass } from '../../src/fill/block-text.ts';
import { withoutLeadIn } from '../../src/fill/lead-in.ts';
import { partOf } from '../../src/fill/shown-in-part.ts';
import { planTableName } from '../../src/fill/table-columns.ts';

/**
 * What a plan says of its goals: paragraphs and lists of the section that shows the indicators, without its tables and
 * the headings below its own. Where the indicators stand in no section of words, there are none.
 *
 * @param prose the rendered prose of an entry
 */
export function goalsOf(prose: Root): Element[] {
  const blocks = childElements(prose);
  const at = blocks.findIndex(showsIndicators);
  const start = blocks.findLastIndex((block, index) => index < at && block.tagName === 'h2');
  const end = blocks.findIndex((block, index) => index > start && block.tagName === 'h2');
  if (at < 0 || start < 0) return [];
  const section = blocks.slice(start + 1, end < 0 ? undefined : end);
  return section.flatMap((block, index) => {
    if (!isWords(block)) return [];
    const leadsOver = section[index + 1]?.tagName === 'table';
    const words = withoutFootnotes(leadsOver ? withoutLeadIn(block) : block);
    return words.children.length === 0 ? [] : [partOf(block, words, leadsOver ? 'lead-in' : undefined)];
  });
}

export function showsIndicators(block: Element): boolean {
  return planTableName(block) === 'kpis' || childElements(block).some(showsIndicators);
}

export function isWords({ tagName }: Element): boolean {
  return tagName === 'p' || tagName === 'ul' || tagName === 'ol';
}

/** The notes themselves are not on the page. */
function withoutFootnotes<T extends Nodes>(node: T): T {
  if (!('children' in node)) return node;
  const kept = (node.children as ElementContent[]).filter((child) => !isFootnote(child));
  const without = (child: ElementContent): ElementContent => {
    const rest = withoutFootnotes(child);
    return child.type === 'element' && rest.type === 'element' && child.tagName === 'li' ? partOf(child, rest) : rest;
  };
  return { ...node, children: kept.map(without) };
}

function isFootnote(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'sup' && childElements(node).some(refersToNote);
}

function refersToNote(element: Element): boolean {
  return element.properties['dataFootnoteRef'] !== undefined || hasClass(element, 'footnote-ref');
}
