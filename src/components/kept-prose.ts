import type { Root } from 'hast';
import { readHtml } from '../markdown/read-html.ts';

let kept: { readonly slug: string; readonly html: Promise<string> } | undefined;
/** The cached prose, and its syntax tree once it was requested. */
let latest: { readonly html: string; tree?: Root } | undefined;

/**
 * The prose of a plan as HTML, rendered once for its page and all its paper, which a build makes one after the other.
 * On the development server it is rendered each time.
 */
export async function keptProse(slug: string, render: () => Promise<string>): Promise<string> {
  if (!import.meta.env.PROD) return render();
  if (kept?.slug !== slug) kept = { slug, html: render() };
  const html = await kept.html;
  if (latest?.html !== html) latest = { html };
  return html;
}

/**
 * HTML as a syntax tree, which is not to be changed. That of the kept prose is read once: the plan's page and its templates
 * are made of the same one.
 */
export function proseTree(html: string): Root {
  return latest?.html === html ? (latest.tree ??= readHtml(html)) : readHtml(html);
}
