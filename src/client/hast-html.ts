import type { ElementContent, Properties } from 'hast';

const voidElements = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

/** hast as HTML, without the tables of all attributes: of those whose names differ it knows the ones that layouts write. */
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
