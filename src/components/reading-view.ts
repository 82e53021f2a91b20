import type { Element, ElementContent, Root } from 'hast';
import { readHtml } from '../markdown/read-html.ts';
import { writeHtml } from '../markdown/write-html.ts';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { Field } from '../model/field.ts';
import { hintOf } from './plan-facts.ts';
import { strings } from './strings.zh.ts';

/**
 * The document as it is read on screen. Paper needs none of this, so it is added to the finished HTML:
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
export function readingView(html: string, fields: readonly Field[]): string {
  const tree = readHtml(html);
  const byLabel = new Map(fields.map((field) => [field.label, field]));
  readable(tree, byLabel, { inLink: false, inWide: false });
  return writeHtml(tree);
}

/** What an element stands in. */
interface Place {
  readonly inLink: boolean;
  /** In a region that scrolls already. */
  readonly inWide: boolean;
}

function readable(parent: Root | Element, byLabel: ReadonlyMap<string, Field>, { inLink, inWide }: Place): void {
  for (const [index, child] of parent.children.entries()) {
    if (child.type !== 'element') continue;
    explainBlank(child, byLabel, inLink);
    nameTick(child);
    const wide = !inWide && (child.tagName === 'table' || child.tagName === 'svg');
    readable(child, byLabel, { inLink: inLink || child.tagName === 'a', inWide: inWide || wide });
    if (wide) parent.children[index] = scrolling(child);
  }
}

/** Address of a field's explanation on the plan's page, without #. */
export function fieldAnchor(field: Field): string {
  return `field-${field.name}`;
}

/** Id of the element that holds a field's hint. */
export function hintAnchor(field: Field): string {
  return `hint-${field.name}`;
}

function explainBlank(element: Element, byLabel: ReadonlyMap<string, Field>, inLink: boolean): void {
  const field = byLabel.get(String(element.properties['dataField'] ?? ''));
  if (element.tagName !== 'span' || field === undefined) return;
  const { title, ...properties } = element.properties;
  element.properties = { ...properties, dataHint: hintOf(field) };
  // A link within a link is no HTML: there the blank keeps the browser's own tooltip.
  if (inLink) {
    element.properties['title'] = title;
    return;
  }
  element.tagName = 'a';
  element.properties['href'] = `#${fieldAnchor(field)}`;
  element.properties['ariaDescribedBy'] = [hintAnchor(field)];
}

/** The box of a task list says only by its looks whether it is ticked, and to whom it belongs not at all. */
function nameTick({ tagName, properties }: Element): void {
  if (tagName === 'input' && properties['type'] === 'checkbox')
    properties['ariaLabel'] = properties['checked'] === true ? strings.plan.ticked : strings.plan.unticked;
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
