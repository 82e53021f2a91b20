import type { Nodes, Root } from 'mdast';
// Adds the elements of MDX to the types of mdast.
import type {} from 'mdast-util-mdx';
import { SKIP, visit } from 'unist-util-visit';

/**
 * HTML that fills its paragraph stands in no paragraph: what `@mdx-js/mdx` does before any plugin, for prose that is read
 * without it.
 * https://mdxjs.com/docs/what-is-mdx/#interleaving
 *
 * ```mdx
 * <summary>考核细则</summary>
 * ```
 * ```html
 * <summary>考核细则</summary>
 * ```
 */
export function remarkUnravelled() {
  return (tree: Root): void => {
    visit(tree, 'paragraph', (node, index, parent) => {
      if (parent === undefined || index === undefined) return undefined;
      const children: readonly Nodes[] = node.children;
      const filled = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
      if (filled.length === 0 || !filled.every(isMdx)) return undefined;
      const flow = filled.map((child) => {
        if (child.type === 'mdxJsxTextElement') return { ...child, type: 'mdxJsxFlowElement' };
        return child.type === 'mdxTextExpression' ? { ...child, type: 'mdxFlowExpression' } : child;
      });
      parent.children.splice(index, 1, ...(flow as typeof parent.children));
      return [SKIP, index];
    });
  };
}

function isMdx({ type }: Nodes): boolean {
  return type === 'mdxJsxTextElement' || type === 'mdxTextExpression';
}
