import type { Element, ElementContent, Properties, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from '../../model/element.ts';
import type { Field } from '../../model/field.ts';
import { hintOf } from './plan-facts.ts';
import { strings } from '../strings.zh.ts';

/**
 * The document as it is read on screen; what is given is not changed. Paper needs none of this, so it is added to the
 * finished text:
 * a blank becomes a link to its field's explanation and shows its hint on hover and focus; a table or chart that is
 * wider than the screen scrolls in a region of its own that the keyboard reaches; the box of a task list has a name.
 *
 * ```html
 * <span class="blank" data-field="年度" title="…">年度</span>
 * ```
 * ```html
 * <a class="blank" data-field="年度" data-hint="…" href="#field-year" aria-describedby="hint-year">年度</a>
 * ```
 */
export function readingView(text: readonly RootContent[], fields: readonly Field[]): RootContent[] {
  const byLabel = new Map(fields.map((field) => [field.label, field]));
  return readable(text, byLabel, { inLink: false, inWide: false });
}

/** What an element stands in. */
interface Place {
  readonly inLink: boolean;
  /** In a region that scrolls already. */
  readonly inWide: boolean;
}

type Fields = ReadonlyMap<string, Field>;

function readable<T extends RootContent>(nodes: readonly T[], byLabel: Fields, place: Place): T[] {
  return nodes.map((node) => (node.type === 'element' ? (readableElement(node, byLabel, place) as T) : node));
}

function readableElement(element: Element, byLabel: Fields, { inLink, inWide }: Place): Element {
  const { tagName, properties } = explained(element, byLabel, inLink);
  const wide = !inWide && (tagName === 'table' || tagName === 'svg');
  const within = { inLink: inLink || tagName === 'a', inWide: inWide || wide };
  const shown = { ...element, tagName, properties, children: readable(element.children, byLabel, within) };
  return wide ? scrolling(shown) : shown;
}

/** Address of a field's explanation on the plan's page, without #. */
export function fieldAnchor(field: Field): string {
  return `field-${field.name}`;
}

/** Id of the element that holds a field's hint. */
export function hintAnchor(field: Field): string {
  return `hint-${field.name}`;
}

/** A blank that leads to its explanation, a named box; every other element as it is. */
function explained(
  { tagName, properties }: Element,
  byLabel: Fields,
  inLink: boolean,
): { readonly tagName: string; readonly properties: Properties } {
  if (tagName === 'input') return { tagName, properties: namedTick(properties) };
  const field = byLabel.get(String(properties['dataField'] ?? ''));
  if (tagName !== 'span' || field === undefined) return { tagName, properties };
  const { title, ...rest } = properties;
  const hinted = { ...rest, dataHint: hintOf(field) };
  // A link within a link is no HTML: there the blank keeps the browser's own tooltip.
  if (inLink) return { tagName, properties: { ...hinted, title } };
  const link = { href: `#${fieldAnchor(field)}`, ariaDescribedBy: [hintAnchor(field)] };
  return { tagName: 'a', properties: { ...hinted, ...link } };
}

/** The box of a task list says only by its looks whether it is ticked, and to whom it belongs not at all. */
function namedTick(properties: Properties): Properties {
  if (properties['type'] !== 'checkbox') return properties;
  return { ...properties, ariaLabel: properties['checked'] === true ? strings.plan.ticked : strings.plan.unticked };
}

function scrolling(element: Element): Element {
  const properties = { className: ['wide'], role: 'region', tabIndex: 0, ariaLabel: labelOf(element) };
  return h('div', properties, [element]);
}

/** A table's caption, or what its columns are; a chart's title. */
function labelOf(element: Element): string {
  const named = firstOf(element, ['caption', 'title']);
  if (named !== undefined) return toString(named);
  const heads = textsOf(element, 'th').join(strings.listSeparator);
  return heads === '' ? strings.plan.untitledTable : `${strings.plan.untitledTable}：${heads}`;
}

function firstOf(element: Element, names: readonly string[]): ElementContent | undefined {
  return element.children.find((child) => child.type === 'element' && names.includes(child.tagName));
}

function textsOf(element: Element, name: string): string[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return [...(child.tagName === name ? [toString(child)] : []), ...textsOf(child, name)];
  });
}
