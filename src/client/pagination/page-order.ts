/** Questions about what stands before a place on a page. */

/** Marks the table heads that pagination repeats; they are not part of the document's own text. */
export const repeatedHead = 'data-repeated-head';

const visible = 'img, svg, hr, input, canvas, video';

function printsSomething(node: Node): boolean {
  if (node instanceof Element) {
    if (node.hasAttribute(repeatedHead) || node.localName === 'colgroup') return false;
    if (node.matches(visible) || node.querySelector(visible) !== null) return true;
  }
  return (node.textContent ?? '').trim() !== '';
}

/** Whether anything but repeated table heads is printed before `node` within `rendered`. */
export function hasContentBefore(node: Node, rendered: Element): boolean {
  for (let at: Node | null = node; at !== null && at !== rendered; at = at.parentNode) {
    for (let sibling = at.previousSibling; sibling !== null; sibling = sibling.previousSibling) {
      if (printsSomething(sibling)) return true;
    }
  }
  return false;
}

/** The nearest element sibling before `node`, unless bare text stands between; column groups print nothing. */
export function elementBefore(node: Node): Element | null {
  for (let sibling = node.previousSibling; sibling !== null; sibling = sibling.previousSibling) {
    if (sibling instanceof Element && sibling.localName !== 'colgroup') return sibling;
    if (printsSomething(sibling)) return null;
  }
  return null;
}

/** Heights of all fragments of a box over the columns that it spans, in CSS pixels. */
export function wholeHeight(element: Element): number {
  return [...element.getClientRects()].reduce((sum, rect) => sum + rect.height, 0);
}
