const kept = new Map<string, Promise<string>>();

/**
 * The prose of a plan as HTML, rendered the first time only: a build shows the same text on the plan's page and in every
 * template. While somebody writes, it is rendered each time.
 */
export function keptProse(slug: string, render: () => Promise<string>): Promise<string> {
  if (!import.meta.env.PROD) return render();
  const known = kept.get(slug) ?? render();
  kept.set(slug, known);
  return known;
}
