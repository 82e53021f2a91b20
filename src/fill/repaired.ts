import type { Element, ElementContent } from 'hast';
import { HeadingCounter } from '../model/numbering.ts';
import { idsIn, isDeadLink } from './anchors.ts';
import { childElements, footnoteOf, hasClass } from './block-text.ts';

/** Sets right what follows from edits: heading numbers, footnotes without reference, links to what is gone. */
export function repaired(article: Element): Element {
  const counter = new HeadingCounter();
  const footnotes = referencedFootnotes(article);
  const anchors = idsIn(article);
  const repair = (node: ElementContent): ElementContent[] => {
    if (node.type !== 'element') return [node];
    const footnote = footnoteOf(node);
    if (footnote !== undefined) return [renumbered(node, footnotes.indexOf(footnote) + 1)];
    if (node.properties['dataFootnotes'] !== undefined) return withoutUnused(node, footnotes);
    if (node.tagName === 'a' && isDeadLink(node, anchors)) return node.children.flatMap(repair);
    if (hasClass(node, 'heading-number')) return [node];
    const children = node.children.flatMap(repair);
    return [
      {
        ...node,
        children: /^h[2-5]$/.test(node.tagName) ? withNumber(children, Number(node.tagName[1]) - 1, counter) : children,
      },
    ];
  };
  return { ...article, children: article.children.flatMap(repair) };
}

function withNumber(children: readonly ElementContent[], level: number, counter: HeadingCounter): ElementContent[] {
  const [first, ...rest] = children;
  if (first?.type !== 'element' || !hasClass(first, 'heading-number')) return [...children];
  if (level !== 1 && level !== 2 && level !== 3 && level !== 4) return [...children];
  return [{ ...first, children: [{ type: 'text', value: counter.next(level) }] }, ...rest];
}

/** Footnotes in the order in which the text refers to them. */
function referencedFootnotes(element: Element): string[] {
  const found = childElements(element).flatMap((child): string[] => {
    const id = footnoteOf(child);
    return id === undefined ? referencedFootnotes(child) : [id];
  });
  return [...new Set(found)];
}

function renumbered(reference: Element, number: number): Element {
  const text: ElementContent = { type: 'text', value: String(number) };
  if (reference.tagName !== 'sup') return { ...reference, children: [text] };
  return { ...reference, children: childElements(reference).map((link) => ({ ...link, children: [text] })) };
}

/** The footnotes that are referred to, in the order of their references; nothing where there is none. */
function withoutUnused(section: Element, footnotes: readonly string[]): ElementContent[] {
  if (footnotes.length === 0) return [];
  const children = section.children.map((child): ElementContent => {
    if (child.type !== 'element' || child.tagName !== 'ol') return child;
    const items = childElements(child);
    const kept = footnotes.flatMap((id) => items.find(({ properties }) => idOf(properties['id']) === id) ?? []);
    return { ...child, children: kept };
  });
  return [{ ...section, children }];
}

function idOf(id: unknown): string | undefined {
  return typeof id === 'string' ? id.replace(/^(?:user-content-)?fn-/, '') : undefined;
}
