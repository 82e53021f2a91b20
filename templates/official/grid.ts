import type { Element, ElementContent, Properties } from 'hast';
import { childElements, hasClass } from '../../src/model/element.ts';
import { sizeColumns, tableRows } from '../../src/markdown/table-columns.ts';

/** Height of a line of the grid in points: 22 of them make the type area. */
export const gridStep = 28.9;

/** Tables with so many columns are set in 9 pt rather than 10.5 pt. */
const wideColumns = 7;
/** The type area's 156 mm in em of either type. */
const measure = { plain: 42, wide: 49 } as const;

/** Text stands on the grid by its leading; everything else is given whole lines of it when pages are made. */
export function onGrid(node: ElementContent): ElementContent {
  if (node.type !== 'element' || /^(?:h[1-6]|p|ul|ol|a)$/.test(node.tagName)) return withPictures(node);
  if (hasClass(node, 'annex-reference')) return node;
  // Notes are of smaller type: together they take whole lines.
  const isNotes = node.properties['dataFootnotes'] !== undefined;
  if (/^(?:div|section)$/.test(node.tagName) && !isNotes) return { ...node, children: node.children.map(onGrid) };
  const block = withProperties(node, { dataBlockStep: String(gridStep) });
  return node.tagName === 'table' ? sizedTable(block) : block;
}

/** Within text: a figure takes whole lines, a picture makes its line as high as several of them. */
function withPictures(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  if (node.tagName === 'figure') return withProperties(node, { dataBlockStep: String(gridStep) });
  if (node.tagName === 'img') return withProperties(node, { dataLineStep: String(gridStep) });
  if (/^(?:table|blockquote|pre)$/.test(node.tagName)) return withProperties(node, { dataBlockStep: String(gridStep) });
  return node.children.length === 0 ? node : { ...node, children: node.children.map(withPictures) };
}

function sizedTable(table: Element): Element {
  const [head] = tableRows(table);
  const wide = head !== undefined && childElements(head).length >= wideColumns;
  const { className } = table.properties;
  const sized = withProperties(table, {
    className: [...(Array.isArray(className) ? className : []), ...(wide ? ['wide'] : [])],
    dataMeasure: String(wide ? measure.wide : measure.plain),
  });
  sizeColumns(sized);
  return sized;
}

function withProperties(element: Element, properties: Properties): Element {
  return { ...element, properties: { ...element.properties, ...properties } };
}
