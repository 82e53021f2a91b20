import type { Element } from 'hast';
import type { Plan } from '../model/plan.ts';
import { documentBlocks } from './document-blocks.ts';
import { textHash } from './text-hash.ts';

/**
 * Tells whether a plan has been published anew with other words or data since a draft was begun. Taken from the plan and
 * its print document in the first template, which holds the whole text; `/plans/<slug>/<slug>.json` carries it.
 */
export function planDigest(plan: Plan, article: Element): string {
  // The date of the last revision alone changes nothing for a draft.
  const words: Plan = { ...plan, updated: '' };
  const addresses = documentBlocks(article).map(({ address }) => address);
  return textHash(JSON.stringify([words, addresses]));
}
