import { evaluate } from '@mdx-js/mdx';
import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import { fileURLToPath } from 'node:url';
import remarkFrontmatter from 'remark-frontmatter';
import type { Plugin } from 'unified';
import { VFile } from 'vfile';
import { parse } from 'yaml';
import { planComponents } from '../../../src/markdown/remark-plan-components.ts';
import { markdownOptions } from '../../../src/markdown/pipeline.ts';

/** Pictures are looked for beside it; it need not be there itself. */
const path = fileURLToPath(new URL('../../fixtures/site/content/plans/entry.mdx', import.meta.url));

export type Component = (props: Readonly<Record<string, unknown>>) => Root | Element;

/**
 * An entry as the site compiles it, with the same list of plugins, as HTML. Components show their name and what they
 * were given in the place of tables and charts.
 */
export async function renderEntry(source: string): Promise<string> {
  const named = [...planComponents, 'Other'].map((name): [string, Component] => [name, (props) => shown(name, props)]);
  return toHtml(await entryContent(source, 'THE PLAN', Object.fromEntries(named)));
}

/** The same as a tree, with the components that are given. */
export async function entryContent(
  source: string,
  plan: unknown,
  components: Readonly<Record<string, Component>>,
): Promise<Root | Element> {
  const frontmatter: unknown = parse(/^---\n([^]*?)\n---\n/.exec(source)?.[1] ?? '');
  const file = new VFile({
    value: source,
    path,
    data: { astro: { frontmatter: frontmatter as Record<string, unknown> } },
  });
  const remarkPlugins: Plugin[] = [remarkFrontmatter, ...markdownOptions.remarkPlugins] as Plugin[];
  const { default: content } = (await evaluate(file, {
    // As the site has it: attributes and styles under the names that HTML gives them.
    elementAttributeNameCase: 'html',
    stylePropertyNameCase: 'css',
    Fragment,
    jsx: element,
    jsxs: element,
    remarkPlugins,
    rehypePlugins: markdownOptions.rehypePlugins,
    remarkRehypeOptions: markdownOptions.remarkRehype,
  })) as unknown as { default: Component };
  return content({ plan, components });
}

const Fragment = Symbol('fragment');

/** The JSX runtime of a syntax tree: components are called, everything else becomes an element. */
function element(type: unknown, { children, ...props }: Readonly<Record<string, unknown>>): unknown {
  if (typeof type === 'function') return (type as Component)({ children, ...props });
  const nodes = [children].flat(Infinity).flatMap((child): ElementContent[] => {
    if (child === undefined || child === null || child === false) return [];
    return typeof child === 'string' ? [{ type: 'text', value: child }] : unwrapped(child as Root | Element);
  });
  return typeof type === 'string' ? h(type, props as Record<string, string>, nodes) : { type: 'root', children: nodes };
}

function unwrapped(node: Root | Element): ElementContent[] {
  return node.type === 'root' ? (node.children as ElementContent[]) : [node];
}

function shown(name: string, props: Readonly<Record<string, unknown>>): Element {
  const given = Object.entries(props).filter(([, value]) => value !== undefined);
  return h('component', { name }, given.map(([key, value]) => `${key}=${String(value)}`).join(' '));
}
