/**
 * Notes stand at the feet of pages, between the text that goes on from page to page. The proof reads text and notes one
 * after the other: all text, then all notes in the order in which the text refers to them.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { childElements } from '../model/element.ts';
import { decodeFragment, isPainted } from './pdf/painted.ts';
import type { PdfElement } from './pdf/pdf-document.ts';

type Parent = Root | Element;

/** Marks the notes in the tree that {@link notesLast} makes. */
export const notesMark = 'dataPageNotes';

/**
 * A print document with its notes behind everything else: numbered as they were, those that a note refers to behind that
 * note, without the heading of their section and the links back. Notes that nothing refers to stay where they are.
 */
export function notesLast(root: Root): Root {
  const lists = notesIn(root).flatMap((section) => childElements(section).filter(({ tagName }) => tagName === 'ol'));
  const items = new Map(lists.flatMap(numberedItems));
  const order = new Set<string>();
  const follow = (ids: readonly string[]): void => {
    for (const id of ids) {
      const item = items.get(id);
      if (item === undefined || order.has(id)) continue;
      order.add(id);
      follow(referencesIn(item));
    }
  };
  follow(referencesIn(root));
  if (order.size === 0) return root;
  const notes = [...order].flatMap((id) => items.get(id) ?? []).map(withoutLinksBack);
  const rest = withoutItems(root, order);
  const list: Element = { type: 'element', tagName: 'ol', properties: {}, children: notes };
  const last: Element = { type: 'element', tagName: 'aside', properties: { [notesMark]: '' }, children: [list] };
  return { ...rest, children: [...rest.children, last] };
}

function notesIn(parent: Parent): Element[] {
  return elementsOf(parent).flatMap((child) =>
    child.properties['dataFootnotes'] === undefined ? notesIn(child) : [child],
  );
}

function elementsOf({ children }: Parent): Element[] {
  return (children as RootContent[]).filter((child) => child.type === 'element');
}

function idOf({ properties: { id } }: Element): string {
  return typeof id === 'string' ? id : '';
}

/** The items of a list by their ids, each with its number. */
function numberedItems(list: Element): (readonly [string, Element])[] {
  const first = Number(list.properties['start'] ?? 1);
  return childElements(list)
    .filter(({ tagName }) => tagName === 'li')
    .map(
      (item, index) =>
        [idOf(item), { ...item, properties: { ...item.properties, value: String(first + index) } }] as const,
    )
    .filter(([id]) => id !== '');
}

/** The ids of the notes that the text of an element refers to. */
function referencesIn(parent: Parent): readonly string[] {
  return elementsOf(parent).flatMap((child): readonly string[] => {
    const { dataFootnotes, dataFootnoteRef, href } = child.properties;
    if (!isPainted(child) || dataFootnotes !== undefined) return [];
    const refers = dataFootnoteRef !== undefined && typeof href === 'string' && href.startsWith('#');
    return refers ? [decodeFragment(href.slice(1))] : referencesIn(child);
  });
}

function withoutLinksBack(element: Element): Element {
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    return child.properties['dataFootnoteBackref'] === undefined ? [withoutLinksBack(child)] : [];
  });
  return { ...element, children };
}

/** Sections of which no note is left go, with their headings. */
function withoutItems<Node extends Parent>(parent: Node, gone: ReadonlySet<string>): Node {
  const children = (parent.children as RootContent[]).flatMap((child): RootContent[] => {
    if (child.type !== 'element') return [child];
    const isNote = child.tagName === 'li' && gone.has(idOf(child));
    if (isNote) return [];
    const rest = withoutItems(child, gone);
    const isEmpty = child.properties['dataFootnotes'] !== undefined && !hasItems(rest);
    return isEmpty ? [] : [rest];
  });
  return { ...parent, children };
}

function hasItems(section: Element): boolean {
  return childElements(section).some((list) => list.tagName === 'ol' && elementsOf(list).length > 0);
}

/**
 * The tags of a page parted into those of its text and those of the notes at its foot: an aside with nothing but lists in
 * it. The links of a PDF, too, follow each other so.
 */
export function textAndNotes(tree: PdfElement): { readonly text: PdfElement; readonly notes: PdfElement } {
  const notes: PdfElement[] = [];
  const part = (element: PdfElement): PdfElement => {
    const children = element.children.filter((child) => {
      if (child.kind !== 'element' || !isNotes(child)) return true;
      notes.push(child);
      return false;
    });
    return { ...element, children: children.map((child) => (child.kind === 'element' ? part(child) : child)) };
  };
  const text = part(tree);
  return { text, notes: { ...tree, children: notes } };
}

function isNotes({ role, children }: PdfElement): boolean {
  return role === 'Aside' && children.length > 0 && children.every(isList);
}

function isList(node: PdfElement['children'][number]): boolean {
  if (node.kind !== 'element') return false;
  return node.role === 'L' || (/^(?:NonStruct|Div|Sect)$/.test(node.role) && node.children.every(isList));
}
