/** Places within a document that links lead to. */
import type { Element } from 'hast';
import { childElements } from './block-text.ts';

/** The ids of an element and of all within it. */
export function idsIn(element: Element): Set<string> {
  const { id } = element.properties;
  const below = childElements(element).flatMap((child) => [...idsIn(child)]);
  return new Set(typeof id === 'string' ? [id, ...below] : below);
}

/** Whether an element links to a place of the document that is not there. */
export function isDeadLink({ properties: { href } }: Element, ids: ReadonlySet<string>): boolean {
  if (typeof href !== 'string' || !href.startsWith('#')) return false;
  try {
    return !ids.has(decodeURIComponent(href.slice(1))) && !ids.has(href.slice(1));
  } catch {
    return true; // no anchor is written with a broken escape
  }
}
