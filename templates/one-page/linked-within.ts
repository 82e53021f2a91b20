import type { Element, ElementContent } from 'hast';
import { childElements } from '../../src/model/element.ts';

/** A page with links only to what stands on it: words that link to another place of the text are plain. */
export function linkedWithin(page: readonly Element[]): Element[] {
  const shown = page.filter(({ properties }) => properties['dataAbsent'] === undefined);
  const ids = new Set(shown.flatMap(idsIn));
  return page.map((element) => ({ ...element, children: element.children.flatMap((child) => linked(child, ids)) }));
}

/** The ids of an element and of all within it. */
function idsIn(element: Element): string[] {
  const { id } = element.properties;
  return [...(typeof id === 'string' ? [id] : []), ...childElements(element).flatMap(idsIn)];
}

function linked(node: ElementContent, ids: ReadonlySet<string>): ElementContent[] {
  if (node.type !== 'element') return [node];
  const children = node.children.flatMap((child) => linked(child, ids));
  return node.tagName === 'a' && isDeadLink(node, ids) ? children : [{ ...node, children }];
}

/** Whether an element links to a place of the document that is not there. */
function isDeadLink({ properties: { href } }: Element, ids: ReadonlySet<string>): boolean {
  if (typeof href !== 'string' || !href.startsWith('#')) return false;
  try {
    return !ids.has(decodeURIComponent(href.slice(1))) && !ids.has(href.slice(1));
  } catch {
    return true; // no anchor is written with a broken escape
  }
}
