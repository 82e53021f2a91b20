/** What the order 推荐 goes by. */
interface Ordered {
  readonly slug: string;
  readonly industry: string;
  readonly updated: string;
}

/**
 * The shelf's own order: one plan of each industry in turn, so that the first screen shows how far the shelf reaches;
 * within an industry the newest first. The same plans always come in the same order.
 * @param industries keys in the shelf's order; others come after them
 */
export function recommended<T extends Ordered>(plans: readonly T[], industries: readonly string[]): readonly T[] {
  const byIndustry = new Map<string, T[]>(industries.map((key) => [key, []]));
  for (const plan of plans.toSorted(newestFirst)) {
    const shelf = byIndustry.get(plan.industry) ?? [];
    shelf.push(plan);
    byIndustry.set(plan.industry, shelf);
  }
  const shelves = [...byIndustry.values()];
  const longest = Math.max(0, ...shelves.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => shelves.flatMap((shelf) => shelf.slice(turn, turn + 1))).flat();
}

function newestFirst(a: Ordered, b: Ordered): number {
  if (a.updated !== b.updated) return a.updated < b.updated ? 1 : -1;
  return a.slug < b.slug ? -1 : 1;
}
