/** HTML elements as prose holds them. */
import type { Nodes } from 'mdast';
// Adds the elements of MDX to the types of mdast.
import type {} from 'mdast-util-mdx';
import { keptAttributes } from '../html-names.ts';
import { attributeOf, isJsx } from '../../markdown/allowed-markup.ts';

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

/** A block's name for links, and its attributes that say how it is read or set. */
export interface KeptAttributes {
  anchor?: string;
  attributes?: Partial<Record<(typeof keptAttributes)[number], string>>;
}

const kept: ReadonlySet<string> = new Set(keptAttributes);

export function keptAttributesOf(node: Jsx): KeptAttributes {
  const anchor = attributeOf(node, 'id');
  const given = node.attributes.flatMap((attribute): [string, string][] => {
    if (attribute.type !== 'mdxJsxAttribute' || !kept.has(attribute.name)) return [];
    // Without a value it is there, as in `<ol reversed>`.
    return typeof attribute.value === 'object' && attribute.value !== null
      ? []
      : [[attribute.name, attribute.value ?? '']];
  });
  return {
    ...(anchor !== undefined && { anchor }),
    ...(given.length > 0 && { attributes: Object.fromEntries(given) }),
  };
}
