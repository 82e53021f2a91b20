import type { Element, ElementContent } from 'hast';
import { childElements, editableText, hasClass, isBlock } from './block-text.ts';
import { columnKeys } from './table-columns.ts';
import type { PlaceKind } from '../document/document-places.ts';
import { type PlaceFinder, type ResolvedEdits, placeFinder } from '../document/resolve-edits.ts';
import { textHash } from '../document/text-hash.ts';

/**
 * A part of a document that a writer can change or leave out, and its address.
 *
 * An address says where the block stands and what it says: `重点措施/p2#0abc…` is the second paragraph below the heading
 * with that id, `工作目标/t1/r3/target#…` a cell of the third row of the first table there. What stands behind # is the
 * hash of the published words, so that a block is found again when others come or go around it, and a change is
 * noticed when its own words have become others.
 */
export interface DocumentBlock {
  readonly kind: PlaceKind;
  readonly address: string;
  readonly element: Element;
  /** Published words, as {@link editableText} gives them. */
  readonly text: string;
  readonly isTitle?: true;
}

const letters: Readonly<Record<Exclude<PlaceKind, 'heading' | 'row' | 'cell'>, string>> = {
  paragraph: 'p',
  item: 'i',
  table: 't',
  figure: 'f',
  part: 's',
};

const known = new WeakMap<Element, readonly DocumentBlock[]>();

/**
 * Every block of a print document's article in its order; a row follows its table, a cell its row. A published article
 * is not changed, and is asked for its blocks with every key: they are looked for once.
 */
export function documentBlocks(article: Element): readonly DocumentBlock[] {
  const found = known.get(article);
  if (found !== undefined) return found;
  const walk = new BlockWalk();
  for (const child of childElements(article)) walk.visit(child);
  known.set(article, walk.blocks);
  return walk.blocks;
}

export type BlockFinder = PlaceFinder<DocumentBlock>;
export type ResolvedBlocks = ResolvedEdits<DocumentBlock>;

/** Finds the blocks of an article by address. */
export function blockFinder(article: Element): BlockFinder {
  return placeFinder(() => documentBlocks(article));
}

class BlockWalk {
  readonly blocks: DocumentBlock[] = [];
  #section = '';
  readonly #counts = new Map<string, number>();

  visit(element: Element): void {
    const { tagName } = element;
    if (/^h[1-6]$/.test(tagName)) this.#heading(element);
    else if (tagName === 'p') this.#add('paragraph', element, editableText(element.children));
    else if (tagName === 'ul' || tagName === 'ol') for (const item of childElements(element)) this.#item(item);
    else if (tagName === 'table') this.#table(element);
    else if (tagName === 'figure' || hasClass(element, 'schedule')) this.#add('figure', element, captionOf(element));
    else if (hasClass(element, 'sign-off') || tagName === 'pre' || tagName === 'blockquote' || tagName === 'dl')
      this.#add('part', element, editableText(element.children));
    // A footnote belongs to the place that refers to it and comes and goes with that.
    else if (element.properties['dataFootnotes'] === undefined && !hasClass(element, 'title-block'))
      for (const child of childElements(element)) this.visit(child);
    else for (const child of childElements(element)) if (/^h1$/.test(child.tagName)) this.#heading(child);
  }

  #heading(element: Element): void {
    const { id } = element.properties;
    this.#section = typeof id === 'string' ? id : '';
    const text = editableText(element.children);
    const title = element.tagName === 'h1' ? { isTitle: true as const } : {};
    this.blocks.push({ kind: 'heading', address: `${this.#section}/h#${textHash(text)}`, element, text, ...title });
  }

  #item(element: Element): void {
    this.#add('item', element, editableText(ownWords(element)));
    for (const child of childElements(element)) if (isBlock(child)) this.visit(child);
  }

  #table(table: Element): void {
    const rows = tableRows(table);
    const place = this.#add('table', table, captionOf(table));
    const keys = columnKeys(table);
    rows.forEach((row, index) => {
      const cells = childElements(row);
      const texts = cells.map(({ children }) => editableText(children));
      const inHead = cells.length > 0 && cells.every(({ properties }) => properties['scope'] === 'col');
      const path = inHead ? `${place}/h` : `${place}/r${index}`;
      if (!inHead) this.#push('row', path, row, texts.join('\t'));
      // What names its row tells equal cells of a column apart, such as 每月 and 每月.
      const name = inHead ? '' : rowName(texts, cells, keys);
      cells.forEach((cell, column) => {
        const text = texts[column] ?? '';
        const key = keys[column] ?? `c${column + 1}`;
        this.#push('cell', `${path}/${key}`, cell, text, `${name}\t${text}`);
      });
    });
  }

  #add(kind: keyof typeof letters, element: Element, text: string): string {
    const path = `${this.#section}/${letters[kind]}`;
    const count = (this.#counts.get(path) ?? 0) + 1;
    this.#counts.set(path, count);
    this.#push(kind, path + String(count), element, text);
    return path + String(count);
  }

  #push(kind: PlaceKind, path: string, element: Element, text: string, hashed = text): void {
    this.blocks.push({ kind, address: `${path}#${textHash(hashed)}`, element, text });
  }
}

/** A list item's inline content, without what is nested in it. */
export function ownWords(item: Element): ElementContent[] {
  return item.children.filter((child) => child.type !== 'element' || !isBlock(child));
}

/** All rows of a table, the head's first. */
export function tableRows(table: Element): Element[] {
  return childElements(table).flatMap((part) => {
    if (part.tagName === 'tr') return [part];
    return /^t(?:head|body|foot)$/.test(part.tagName) ? childElements(part) : [];
  });
}

/** The words that name a row: those of the row's head, else of the first cell that is no ordinal. */
export function rowName(texts: readonly string[], cells: readonly Element[], keys: readonly string[]): string {
  const head = cells.findIndex(({ properties }) => properties['scope'] === 'row');
  return texts[head === -1 ? (keys[0] === 'ordinal' ? 1 : 0) : head] ?? '';
}

/** A table's or figure's caption; else what its columns are. */
function captionOf(element: Element): string {
  const caption = descendant(element, (child) => /^(?:caption|figcaption)$/.test(child.tagName));
  if (caption !== undefined) return editableText(caption.children);
  return childElements(tableRows(element)[0] ?? { children: [] })
    .map(({ children }) => editableText(children))
    .join('\t');
}

function descendant(element: Element, matches: (child: Element) => boolean): Element | undefined {
  for (const child of childElements(element)) {
    const found = matches(child) ? child : descendant(child, matches);
    if (found !== undefined) return found;
  }
  return undefined;
}
