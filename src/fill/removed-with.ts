/** What goes with what a writer leaves out. */
import type { Element, ElementContent } from 'hast';
import { childElements, editableText } from './block-text.ts';
import { counterparts } from './counterparts.ts';
import { type DocumentSection, elementFlow } from './document-sections.ts';

/** Everything that goes with some elements: what they hold, and with a heading its whole section. */
export function removedWith(article: Element, omitted: ReadonlySet<Element>): ReadonlySet<Element> {
  const gone = new Set<Element>();
  const visitAll = (nodes: readonly ElementContent[], goes: boolean): void => {
    for (const node of nodes) if (node.type === 'element') visit(node, goes);
  };
  const visitSections = (sections: readonly DocumentSection[], goes: boolean): void => {
    for (const { heading, content, sections: below } of sections) {
      const alsoGoes = goes || omitted.has(heading);
      visitAll([heading, ...content], alsoGoes);
      visitSections(below, alsoGoes);
    }
  };
  const visit = (element: Element, above: boolean): void => {
    const goes = above || omitted.has(element);
    if (goes) gone.add(element);
    const flow = elementFlow(element.children);
    if (flow === undefined) {
      visitAll(element.children, goes);
      return;
    }
    visitAll([...flow.lead, ...flow.end], goes);
    visitSections(flow.sections, goes);
  };
  visit(article, false);
  return gone;
}

/**
 * Whether a heading of a template is that of the text, with all that stands below it, and not one of the template's own
 * that has the same words.
 */
export function isSameHeading(heading: Element, ofText: Element): boolean {
  return heading.properties['id'] === ofText.properties['id'];
}

/** A template's own headings go once nothing is left of what they stood over. */
export function withoutEmptied(edited: Element, published: Element, whole: Element): Element {
  const own = ownHeadings(published, whole);
  const emptied = new Set<Element>();
  eachSection(edited, (section) => {
    if (own.has(section.id) && !saysSomething(section)) emptied.add(section.heading);
  });
  return emptied.size === 0 ? edited : without(edited, emptied);
}

/** Ids of headings of a template's own that stand over something of the text. */
function ownHeadings(published: Element, whole: Element): ReadonlySet<string> {
  const found = counterparts(published, whole);
  const ids = new Set<string>();
  eachSection(published, (section) => {
    const same = found.get(section.heading);
    if (same !== undefined && isSameHeading(section.heading, same.element)) return;
    if (partsOf(section).some((part) => holds(part, found))) ids.add(section.id);
  });
  return ids;
}

function holds(element: Element, found: ReadonlyMap<Element, unknown>): boolean {
  return found.has(element) || childElements(element).some((child) => holds(child, found));
}

/** What stands below a heading, headings of sections aside. */
function partsOf({ content, sections }: DocumentSection): Element[] {
  return [...childElements({ children: [...content] }), ...sections.flatMap(partsOf)];
}

function saysSomething(section: DocumentSection): boolean {
  return partsOf(section).some((part) => editableText([part]).trim() !== '' || drawsSomething(part));
}

function drawsSomething(element: Element): boolean {
  return /^(?:svg|img)$/.test(element.tagName) || childElements(element).some(drawsSomething);
}

function eachSection(element: Element, visit: (section: DocumentSection) => void): void {
  const down = (sections: readonly DocumentSection[]): void => {
    for (const section of sections) {
      visit(section);
      for (const part of section.content) if (part.type === 'element') eachSection(part, visit);
      down(section.sections);
    }
  };
  const flow = elementFlow(element.children);
  if (flow === undefined) for (const child of childElements(element)) eachSection(child, visit);
  else {
    for (const part of [...flow.lead, ...flow.end]) if (part.type === 'element') eachSection(part, visit);
    down(flow.sections);
  }
}

function without(element: Element, gone: ReadonlySet<Element>): Element {
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    return gone.has(child) ? [] : [without(child, gone)];
  });
  return { ...element, children };
}
