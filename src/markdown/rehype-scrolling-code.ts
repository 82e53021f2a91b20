import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Lets a keyboard reach blocks of code, which scroll on a narrow screen.
 *
 * ```html
 * <pre><code>…</code></pre> → <pre tabindex="0"><code>…</code></pre>
 * ```
 */
export function rehypeScrollingCode() {
  return (tree: Root): void => {
    visit(tree, 'element', ({ tagName, properties }) => {
      if (tagName === 'pre') properties['tabIndex'] = 0;
    });
  };
}
