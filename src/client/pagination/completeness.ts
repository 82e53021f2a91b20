/** The last look before printing: is every text of the source, and of its notes, on the pages, in its order? */
import type { Page } from 'pagedjs';
import { repeatedHead } from './page-order.ts';

const context = 20;

function textOf(root: Node): string {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof Element && node.hasAttribute(repeatedHead) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let text = '';
  while (walker.nextNode()) if (walker.currentNode instanceof Text) text += walker.currentNode.data;
  return text.replace(/\s+/gu, '');
}

/** Index of the first difference, or -1. */
function firstDifference(expected: string, found: string): number {
  if (expected === found) return -1;
  let at = 0;
  while (at < expected.length && expected[at] === found[at]) at += 1;
  return at;
}

/**
 * Compares text without white space, which is not printed at a page break.
 * @param notes those that stand at the feet of pages, in their order
 * @throws with the text around the first difference
 */
export function assertComplete(source: Node, pages: readonly Page[], notes: readonly Element[]): void {
  const feet = pages.flatMap(({ element }) => [...element.querySelectorAll('[data-page-notes]')]);
  compare(
    '',
    [source],
    pages.map(({ area }) => area),
  );
  compare('脚注', notes, feet);
}

function compare(what: string, expectedIn: readonly Node[], foundIn: readonly Node[]): void {
  const [expected = '', found = ''] = [expectedIn, foundIn].map((nodes) => nodes.map(textOf).join(''));
  const at = firstDifference(expected, found);
  if (at < 0) return;
  const around = (text: string) => text.slice(Math.max(0, at - context), at + context);
  throw new Error(
    `分页后的${what}文字与原文不同，第 ${String(at + 1)} 字附近：原文«${around(expected)}»，页面«${around(found)}»`,
  );
}
