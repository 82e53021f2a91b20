import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';

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

let latest: { readonly html: string; readonly tree: Root } | undefined;

/**
 * The same as a syntax tree, which is not to be changed: the templates of a plan are set one after the other, and a build
 * reads the prose for all of them once.
 */
export function proseTree(html: string): Root {
  if (latest?.html !== html) latest = { html, tree: fromHtml(html, { fragment: true }) };
  return latest.tree;
}
