import type { Element, ElementContent } from 'hast';
import type { Plan } from '../model/plan.ts';
import { textHash } from '../document/text-hash.ts';

/**
 * Tells whether a plan has been published anew with other words or data since a draft was begun. Taken from the plan and
 * its print document in the first template, which holds the whole text; `/plans/<slug>/<slug>.json` carries it.
 */
export function planDigest(plan: Plan, article: Element): string {
  // The date of the last revision alone changes nothing for a draft.
  const words: Plan = { ...plan, updated: '' };
  return textHash(JSON.stringify(words) + outline(article));
}

/** Elements and words without attributes, which a browser and a parser in Node do not write alike. */
function outline(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? `<${node.tagName}>${node.children.map(outline).join('')}</>` : '';
}
