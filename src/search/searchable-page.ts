import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { CONTINUE, SKIP, visit } from 'unist-util-visit';
import { spaceCharacters } from '../model/search-term.ts';

/** Whether a page offers itself to the index. */
export function isSearchable(html: string): boolean {
  return html.includes('data-pagefind-body');
}

/**
 * A page as the index is to read it: every character a word. Charts are left out, since they say again what the tables
 * say, and the numbers of footnotes, which stand in the middle of a sentence. Pages on disk stay as they are.
 */
export function searchablePage(html: string): string {
  const tree: Root = fromHtml(html);
  visit(tree, (node, index, parent) => {
    if (node.type === 'text') node.value = spaceCharacters(node.value);
    if (node.type !== 'element' || !isUnread(node) || parent === undefined || index === undefined) return CONTINUE;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return toHtml(tree);
}

function isUnread({ tagName, properties }: Element): boolean {
  const aside = 'dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties;
  return aside || ['svg', 'script', 'style', 'template'].includes(tagName);
}
