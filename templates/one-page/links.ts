import type { Element, ElementContent } from 'hast';
import { idsIn, leadsNowhere } from '../../src/fill/anchors.ts';
import { footnoteOf } from '../../src/fill/block-text.ts';

/**
 * The page with links only to what stands on it: words that link to another place of the text are plain, and a reference
 * to a note keeps its name, by which a writer's changes find its block, without an address.
 */
export function linkedWithin(page: readonly Element[]): Element[] {
  const shown = page.filter(({ properties }) => properties['dataAbsent'] === undefined);
  const ids = new Set(shown.flatMap((element) => [...idsIn(element)]));
  return page.map((element) => ({ ...element, children: element.children.flatMap((child) => linked(child, ids)) }));
}

function linked(node: ElementContent, ids: ReadonlySet<string>): ElementContent[] {
  if (node.type !== 'element') return [node];
  const children = node.children.flatMap((child) => linked(child, ids));
  if (node.tagName !== 'a' || !leadsNowhere(node, ids)) return [{ ...node, children }];
  const footnote = footnoteOf(node);
  return footnote === undefined ? children : [{ ...node, properties: { dataFootnoteRef: footnote }, children }];
}
