/** Whether a page ends because the document says so, rather than because it is full. */
import type { BreakToken } from 'pagedjs';
import { hasContentBefore } from './page-order.ts';

const forcing = new Set(['always', 'page', 'left', 'right', 'recto', 'verso']);

/** The place where the next page begins, or a box that begins there, has a forced break before it or pages of its own. */
export function isForced({ node }: BreakToken): boolean {
  for (let at: Node | null = node; at instanceof HTMLElement; at = at.parentElement) {
    const { breakBefore = '', previousBreakAfter = '', page } = at.dataset;
    if (forcing.has(breakBefore) || forcing.has(previousBreakAfter) || page !== undefined) return true;
    if (at.parentNode === null || hasContentBefore(at, at.parentElement ?? at)) return false;
  }
  return false;
}
