/** The plans of the whole shelf, from `/plans.json`. */
import type { ShelfPlan } from '../../model/shelf/shelf.ts';

function hasPlans(index: unknown): index is { readonly plans: readonly ShelfPlan[] } {
  return typeof index === 'object' && index !== null && 'plans' in index && Array.isArray(index.plans);
}

/** @throws if it cannot be fetched or is something else */
export async function loadShelf(address: string): Promise<readonly ShelfPlan[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  const index: unknown = await response.json();
  if (!hasPlans(index)) throw new Error(address);
  return index.plans;
}
