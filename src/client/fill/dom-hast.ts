/**
 * Between DOM and hast, without the tables of all attributes: attributes keep their names, but for those that
 * the pure functions look at: `className`, `dataField`.
 */
import type { Element as HastElement, ElementContent, Properties } from 'hast';

/** A DOM element as hast. */
export function toHast(element: Element): HastElement {
  const properties: Properties = {};
  for (const { name, value } of element.attributes) {
    if (name === 'class') properties['className'] = value.split(/\s+/).filter(Boolean);
    else
      properties[propertyNames[name] ?? (name.startsWith('data-') ? propertyOfData(name) : name)] = typed(name, value);
  }
  return { type: 'element', tagName: element.localName, properties, children: [...element.childNodes].flatMap(child) };
}

/** Attributes that the pure functions look at by another name. */
const propertyNames: Readonly<Record<string, string>> = {
  colspan: 'colSpan',
  rowspan: 'rowSpan',
  'data-style': 'style',
};

/** Of the attributes that the pure functions look at, these are no strings in hast. */
function typed(name: string, value: string): string | number | boolean {
  if (name === 'checked' || name === 'disabled') return true;
  return name === 'start' ? Number(value) : value;
}

function child(node: Node): ElementContent[] {
  if (node instanceof Element) return [toHast(node)];
  return node.nodeType === Node.TEXT_NODE ? [{ type: 'text', value: node.nodeValue ?? '' }] : [];
}

/** `data-field` → dataField; a part that begins with a digit keeps its dash, as in hast. */
function propertyOfData(name: string): string {
  return `data${name.slice(4).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;
}

const voidElements = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

/** hast as HTML. */
export function toHtml(node: ElementContent): string {
  if (node.type === 'text') return escaped(node.value);
  if (node.type !== 'element') return '';
  const start = `<${node.tagName}${Object.entries(node.properties).map(attribute).join('')}>`;
  if (voidElements.has(node.tagName)) return start;
  return `${start}${node.children.map(toHtml).join('')}</${node.tagName}>`;
}

function attribute([property, value]: [string, Properties[string]]): string {
  if (value === null || value === undefined || value === false) return '';
  const words = Array.isArray(value) ? value.join(' ') : value === true ? '' : String(value);
  return ` ${attributeName(property)}="${escaped(words).replaceAll('"', '&quot;')}"`;
}

/** Names of properties that are no attribute names; SVG's own camel case, as in viewBox, is. */
const attributeNames: Readonly<Record<string, string>> = {
  className: 'class',
  htmlFor: 'for',
  colSpan: 'colspan',
  rowSpan: 'rowspan',
  textAnchor: 'text-anchor',
};

function attributeName(property: string): string {
  const known = attributeNames[property];
  if (known !== undefined) return known;
  if (/^data[A-Z\d-]/.test(property))
    return property.replace(/^data(?=[A-Z\d])|[A-Z]/g, (part) => (part === 'data' ? 'data' : `-${part.toLowerCase()}`));
  return /^aria[A-Z]/.test(property) ? `aria-${property.slice(4).toLowerCase()}` : property;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
