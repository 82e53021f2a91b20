import type { Root } from 'hast';
// Adds the elements of MDX to the types of hast.
import type {} from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';

const named = new Set(['href', 'src']);

/** `/x` is of this site; `//x` is of another. */
function isOfSite(address: unknown): address is string {
  return typeof address === 'string' && /^\/(?!\/)/.test(address);
}

/**
 * Addresses within the site are written as if it stood at the top of its host; here they come below the base path.
 *
 *     见[银行计划](/plans/bank-service-and-control/)     with the base path /team/plans/
 *     见<a href="/team/plans/plans/bank-service-and-control/">银行计划</a>
 */
export function rehypeSiteLinks({ base }: { readonly base: string }) {
  const below = (address: string): string => base.replace(/\/$/, '') + address;
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
        for (const attribute of node.attributes) {
          if (attribute.type === 'mdxJsxAttribute' && named.has(attribute.name) && isOfSite(attribute.value))
            attribute.value = below(attribute.value);
        }
      } else if (node.type === 'element') {
        for (const name of named) {
          const address = node.properties[name];
          if (isOfSite(address)) node.properties[name] = below(address);
        }
      }
    });
  };
}
