/**
 * Elements of HTML and SVG as syntax trees, as hastscript makes them, for names of elements without classes or ids in them
 * and properties by their names in hast. hastscript brings the table of all attributes of HTML, SVG and ARIA with it, 27 kB,
 * and pages that are filled in the browser make elements too.
 */
import type { Element, ElementContent, Nodes, Properties } from 'hast';

type Child = string | number | ElementContent | null | undefined | readonly Child[];
type Given = Readonly<Record<string, string | number | boolean | null | undefined | readonly (string | number)[]>>;

/** @throws if the name is a selector */
export function h(name: string, ...rest: readonly (Given | Child)[]): Element {
  if (!/^[a-z][a-z\d]*$/i.test(name)) throw new Error(`names of elements alone: ${name}`);
  const [first, ...others] = rest;
  const properties = isProperties(first) ? kept(first) : {};
  const children = (isProperties(first) ? others : rest) as readonly Child[];
  return { type: 'element', tagName: name, properties, children: children.flatMap(content) };
}

function isProperties(value: Given | Child): value is Given {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !('children' in value || 'value' in value)
  );
}

function kept(given: Given): Properties {
  const entries = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries) as Properties;
}

function content(child: Child): ElementContent[] {
  if (child === null || child === undefined) return [];
  if (typeof child === 'string' || typeof child === 'number') return [{ type: 'text', value: String(child) }];
  return Array.isArray(child) ? (child as readonly Child[]).flatMap(content) : [child as ElementContent];
}

/** The elements among an element's children. */
export function childElements(parent: { readonly children: readonly Nodes[] }): Element[] {
  return parent.children.filter((child) => child.type === 'element');
}

/** Whether an element carries a class. */
export function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}
