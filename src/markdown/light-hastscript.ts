/**
 * What the components use of hastscript: names of elements without classes or ids in them, properties by their names in
 * hast. hastscript itself brings the table of all attributes of HTML, SVG and ARIA with it: for a browser 27 kB, more than
 * all the code that calls it, and in a build the time to look every property up.
 */
import type { Element, ElementContent, Properties } from 'hast';

type Child = string | number | ElementContent | null | undefined | readonly Child[];
type Given = Readonly<Record<string, string | number | boolean | null | undefined | readonly (string | number)[]>>;

/** @throws if the name is a selector */
export function h(name: string, ...rest: readonly (Given | Child)[]): Element {
  if (!/^[a-z][a-z\d]*$/i.test(name)) throw new Error(`light-hastscript takes names of elements alone: ${name}`);
  const [first] = rest;
  const given = isProperties(first) ? first : undefined;
  const children: ElementContent[] = [];
  for (let index = given ? 1 : 0; index < rest.length; index++) add(rest[index] as Child, children);
  return { type: 'element', tagName: name, properties: kept(given), children };
}

export const s = h;

function isProperties(value: Given | Child): value is Given {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !('children' in value || 'value' in value)
  );
}

function kept(given: Given | undefined): Properties {
  const properties: Properties = {};
  for (const name in given) {
    const value = given[name];
    if (value !== null && value !== undefined) properties[name] = value as NonNullable<Properties[string]>;
  }
  return properties;
}

function add(child: Child, children: ElementContent[]): void {
  if (child === null || child === undefined) return;
  if (typeof child === 'string' || typeof child === 'number') children.push({ type: 'text', value: String(child) });
  else if (Array.isArray(child)) for (const one of child as readonly Child[]) add(one, children);
  else children.push(child as ElementContent);
}
