import type { Element, ElementContent, Nodes } from 'hast';
import { collapsed } from '../document/white-space.ts';

/** Whether an element carries a class. */
export function hasClass(element: Element, name: string): boolean {
  const { className } = element.properties;
  return Array.isArray(className) && className.includes(name);
}

/** The elements among an element's children. */
export function childElements(parent: { readonly children: readonly Nodes[] }): Element[] {
  return parent.children.filter((child) => child.type === 'element');
}

/** Elements that stand inside a list item beside its own words. */
export function isBlock({ tagName }: Element): boolean {
  return /^(?:p|ul|ol|dl|table|blockquote|pre|figure|div|section|h[1-6])$/.test(tagName);
}

/**
 * Id of the footnote that a reference is to; undefined for any other element. A reference in a document that does not
 * hold its note has no address, and names the note as `data-footnote-ref`.
 */
export function footnoteOf(element: Element): string | undefined {
  const link = element.tagName === 'sup' ? childElements(element)[0] : element;
  const { dataFootnoteRef, href } = link?.properties ?? {};
  if (dataFootnoteRef === undefined) return undefined;
  if (typeof href === 'string') return decoded(href.replace(/^#(?:user-content-)?fn-/, ''));
  return typeof dataFootnoteRef === 'string' && dataFootnoteRef !== '' ? dataFootnoteRef : undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a per cent sign that belongs to the name
  }
}

/**
 * A block's words as a writer edits them: blanks as 【标签】 whether filled or not, a literal bracket as \【, line breaks
 * as \n, footnotes as [^1]. Heading numbers and check boxes are not words.
 */
export function editableText(nodes: readonly ElementContent[]): string {
  return nodes
    .map(wordsOf)
    .join('')
    .replace(/^ +| +$/g, '')
    .replace(/ *\n */g, '\n');
}

function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return collapsed(node.value).replaceAll('【', '\\【');
  if (node.type !== 'element') return '';
  const { dataField, dataSum } = node.properties;
  if (typeof dataField === 'string') return `【${dataField}】`;
  // A total that is added up is no text of its own: it has the same name whatever it comes to.
  if (dataSum !== undefined) return '';
  const footnote = footnoteOf(node);
  if (footnote !== undefined) return `[^${footnote}]`;
  if (node.tagName === 'br') return '\n';
  if (hasClass(node, 'heading-number') || node.tagName === 'input') return '';
  return node.children.map(wordsOf).join('');
}
