import type { Root } from 'hast';
import { readHtml } from '../markdown/read-html.ts';

let kept: { readonly slug: string; readonly html: Promise<string> } | undefined;

/**
 * The prose of a plan as HTML, rendered once for its page and all its paper, which a build makes one after the other.
 * While somebody writes, it is rendered each time.
 */
export function keptProse(slug: string, render: () => Promise<string>): Promise<string> {
  if (!import.meta.env.PROD) return render();
  if (kept?.slug !== slug) kept = { slug, html: render() };
  return kept.html;
}

let latest: { readonly html: string; readonly tree: Root } | undefined;

/**
 * The same as a syntax tree, which is not to be changed: the templates of a plan are set one after the other, and a build
 * reads the prose for all of them once.
 */
export function proseTree(html: string): Root {
  if (latest?.html !== html) latest = { html, tree: readHtml(html) };
  return latest.tree;
}
