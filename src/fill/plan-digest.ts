import type { PlanDocument } from '../document/schema.ts';
import { textHash } from '../document/edits/text-hash.ts';
import type { Plan } from '../model/plan.ts';

/** Stands before a digest; those of the first version, taken of the print document, have none. */
const kind = '2.';

/**
 * Whether a plan has been republished with other words or data since a draft was begun. The page to fill it in and
 * `/plans/<slug>/<slug>.json` carry it.
 */
export function planDigest(plan: Plan, document: PlanDocument): string {
  // The date of the last revision alone changes nothing for a draft.
  const words: Plan = { ...plan, updated: '' };
  return kind + textHash(JSON.stringify([words, document]));
}

/** Whether a draft was begun with other words or data; of one that cannot be compared it is not said. */
export function isRepublished(known: string, now: string): boolean {
  return known.startsWith(kind) && known !== now;
}
