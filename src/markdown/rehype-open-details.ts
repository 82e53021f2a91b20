import type { ElementContent, Root, RootContent } from 'hast';
// Adds the elements of MDX to the types of hast.
import type {} from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';

/**
 * A fold is shown open, as a heading line and what belongs to it: paper cannot be unfolded, nor can a file for Word.
 *
 * ```mdx
 * <details><summary>考核细则</summary>逾期一天扣一分。</details>
 * ```
 * ```html
 * <div class="details"><p><strong>考核细则</strong></p>逾期一天扣一分。</div>
 * ```
 */
export function rehypeOpenDetails() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      if (node.name === 'details') {
        node.name = 'div';
        node.attributes = [{ type: 'mdxJsxAttribute', name: 'class', value: 'details' }];
      } else if (node.name === 'summary') openSummary(node);
    });
  };
}

/** A heading within the fold's name is left as it is. */
function openSummary(summary: Extract<RootContent, { readonly type: `mdxJsx${string}` }>): void {
  summary.attributes = [];
  const isHeading = (child: ElementContent): boolean =>
    (child.type === 'element' && /^(?:h[1-6]|p|div)$/.test(child.tagName)) || child.type === 'mdxJsxFlowElement';
  if (summary.children.some(isHeading)) {
    summary.name = 'div';
    return;
  }
  summary.name = 'p';
  summary.children = [{ type: 'element', tagName: 'strong', properties: {}, children: summary.children }];
}
