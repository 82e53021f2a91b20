/** HTML elements as prose holds them. */
import type { Nodes } from 'mdast';
// Adds the elements of MDX to the types of mdast.
import type {} from 'mdast-util-mdx';
import { isJsx } from '../markdown/allowed-markup.ts';

export type Jsx = Extract<Nodes, { readonly type: `mdxJsx${string}Element` }>;

/** The elements within an element, in whatever paragraph they stand. */
export function elementsIn({ children }: { readonly children: readonly Nodes[] }): Jsx[] {
  return children.flatMap((child) => {
    if (isJsx(child)) return [child];
    return child.type === 'paragraph' ? elementsIn(child) : [];
  });
}

export function rawText(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(rawText).join('') : '';
}
