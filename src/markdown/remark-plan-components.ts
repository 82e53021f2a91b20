import type { Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';

/** The components that a plan's author places in the prose; each shows a part of the plan's data. */
export const planComponents = ['Kpis', 'Tasks', 'Schedule', 'Budget', 'Risks', 'Reviews', 'SignOff'] as const;
export type PlanComponent = (typeof planComponents)[number];

/** Whether a JSX name is one of the plan components. */
export function isPlanComponent(name: string | null): name is PlanComponent {
  return planComponents.some((known) => known === name);
}

/**
 * Hands the plan that the page passes to the entry on to each of its components.
 *
 * ```mdx
 * <Kpis />
 * ```
 * ```mdx
 * <Kpis plan={props.plan} />
 * ```
 */
export function remarkPlanComponents() {
  return (tree: Root): void => {
    visit(tree, 'mdxJsxFlowElement', (node: MdxJsxFlowElement) => {
      if (isPlanComponent(node.name)) node.attributes.push(planAttribute());
    });
  };
}

function planAttribute(): MdxJsxAttribute {
  return {
    type: 'mdxJsxAttribute',
    name: 'plan',
    value: {
      type: 'mdxJsxAttributeValueExpression',
      value: 'props.plan',
      data: {
        estree: {
          type: 'Program',
          sourceType: 'module',
          body: [
            {
              type: 'ExpressionStatement',
              expression: {
                type: 'MemberExpression',
                computed: false,
                optional: false,
                object: { type: 'Identifier', name: 'props' },
                property: { type: 'Identifier', name: 'plan' },
              },
            },
          ],
        },
      },
    },
  };
}
