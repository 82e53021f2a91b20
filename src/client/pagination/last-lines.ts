/** The last line of a page goes on on the next one: in justified text it is stretched like the lines before it. */

/**
 * Whether a box begins with a line of text, rather than with another box. The line before such a page break is one that
 * the text's own width has ended.
 */
function beginsWithLine(box: Element): boolean {
  for (const node of box.childNodes) {
    if (node instanceof Text && node.data.trim() !== '') return true;
    if (!(node instanceof HTMLElement)) continue;
    const { display } = getComputedStyle(node);
    if (display !== 'none') return node.localName !== 'br' && display.startsWith('inline');
  }
  return false;
}

/** The innermost box of lines that goes on from the page before; undefined where the page begins with a box of its own. */
function continuedBox(page: Element): Element | undefined {
  let box = [...page.querySelectorAll('[data-split-from]')].at(-1);
  if (box === undefined) return undefined;
  let continued = false;
  for (; box && getComputedStyle(box).display.startsWith('inline'); box = box.parentElement ?? undefined)
    continued = true;
  return box && (continued || beginsWithLine(box)) ? box : undefined;
}

/**
 * Stretches the last line of the page before, where it is full. Within the box nothing else may take that over: single
 * lines of inner boxes end where their text ends, and so do lines before a forced break, which CSS treats as last lines.
 * @param page a finished page
 * @param before the page before it
 */
export function stretchLastLine(page: Element, before: Element): void {
  const ref = continuedBox(page)?.getAttribute('data-ref') ?? undefined;
  const cut = ref === undefined ? null : before.querySelector<HTMLElement>(`[data-ref="${ref}"]`);
  if (cut === null || cut.querySelector('br') !== null) return;
  const { textAlign, textAlignLast } = getComputedStyle(cut);
  if (textAlign !== 'justify' || textAlignLast !== 'auto') return;
  cut.style.textAlignLast = 'justify';
  for (const box of cut.children) if (box instanceof HTMLElement) box.style.textAlignLast = 'auto';
}
