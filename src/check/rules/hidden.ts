import { visit } from 'unist-util-visit';
import { point } from '../../model/problem.ts';
import type { Finding } from '../entry.ts';
import type { Rule } from '../rule.ts';

/** Attributes that browsers, or templates, show nothing of. */
const hiding = /^(?:hidden|popover|data-screen-only)$/i;

/** Whether an attribute hides text, which is reported by this rule. */
export function hidesText(attribute: string): boolean {
  return hiding.test(attribute);
}

/** Whatever stands in a plan is printed: nothing in it is hidden. */
export const nothingHidden: Rule = ({ prose }) => {
  const found: Finding[] = [];
  if (prose === undefined) return found;
  visit(prose, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute' || !hidesText(attribute.name)) continue;
      found.push({
        code: 'text-hidden',
        position: point(node.position?.start.line ?? 1, node.position?.start.column ?? 1),
        what: `<${node.name ?? ''}> 上有属性 ${attribute.name}，里面的文字不会印出来`,
        fix: `要印就删去属性 ${attribute.name}；不要印就删去这段文字，或写成注释 {/* … */}。`,
      });
    }
  });
  return found;
};
