import type { Element } from 'hast';
import { type DocumentBlock, documentBlocks, sectionOf } from './document-blocks.ts';
import type { AddedRow, Edit, Omission, Ordering, TextEdit } from '../document/edit.ts';

/** Why an edit was not made; it stays in the draft, and the published words stand. */
export interface EditConflict {
  readonly edit: Edit;
  /**
   * `changed`: other words were published there since. `missing`: the place is gone. `omitted`: the writer has left out
   * the table that the row was added to. `ambiguous`: the words now stand in several places. `column`: the table has no
   * such column. `total`: the table's total stands by itself and does not follow the rows. `unsuitable`: this cannot be
   * done there.
   */
  readonly reason: 'changed' | 'missing' | 'omitted' | 'ambiguous' | 'column' | 'total' | 'unsuitable';
  /** The words that are published there now. */
  readonly published?: string;
}

type Found = { readonly block: DocumentBlock } | Omit<EditConflict, 'edit'>;

/** Finds blocks by address, also where they have moved. */
export type BlockFinder = (address: string) => Found;

/**
 * An index of a document's blocks by where they stand and by what they say. It is made when the first is looked for: most
 * documents are filled without any edit.
 */
export function blockFinder(article: Element): BlockFinder {
  let index: BlockIndex | undefined;
  return (address) => {
    const { byAddress, byPath, byWords } = (index ??= indexOf(documentBlocks(article)));
    const exact = byAddress.get(address);
    if (exact !== undefined) return { block: exact };
    const same = byWords.get(wordsKey(address)) ?? [];
    const near = same.filter((block) => sectionOf(block.address) === sectionOf(address));
    const [moved, ...more] = near.length > 0 ? near : same;
    if (moved !== undefined) return more.length === 0 ? { block: moved } : { reason: 'ambiguous' };
    const there = byPath.get(pathOf(address));
    return there === undefined ? { reason: 'missing' } : { reason: 'changed', published: there.text };
  };
}

interface BlockIndex {
  readonly byAddress: ReadonlyMap<string, DocumentBlock>;
  readonly byPath: ReadonlyMap<string, DocumentBlock>;
  readonly byWords: ReadonlyMap<string, readonly DocumentBlock[]>;
}

function indexOf(blocks: readonly DocumentBlock[]): BlockIndex {
  return {
    byAddress: new Map(blocks.map((block) => [block.address, block])),
    byPath: new Map(blocks.map((block) => [pathOf(block.address), block])),
    byWords: Map.groupBy(blocks, ({ address }) => wordsKey(address)),
  };
}

function pathOf(address: string): string {
  return address.slice(0, address.lastIndexOf('#'));
}

/** What kind of block it is, in which column, and its words: all of an address that does not say where. */
function wordsKey(address: string): string {
  const path = pathOf(address).slice(sectionOf(address).length + 1);
  // A column's name has a number that is no place: c2 is not c3.
  return path.replace(/(^|\/)([pitfsr])\d+/g, '$1$2') + address.slice(address.lastIndexOf('#'));
}

/** A draft's edits, sorted by what is done with them. Later edits of the same block win. */
export interface ResolvedEdits {
  readonly texts: ReadonlyMap<DocumentBlock, TextEdit>;
  readonly omitted: ReadonlyMap<DocumentBlock, Omission>;
  readonly rows: readonly AddedRow[];
  readonly orders: ReadonlyMap<string, Ordering>;
  readonly conflicts: readonly EditConflict[];
}

/** Finds the place of every edit; what has none becomes a conflict. */
export function resolveEdits(edits: readonly Edit[], find: BlockFinder): ResolvedEdits {
  const texts = new Map<DocumentBlock, TextEdit>();
  const omitted = new Map<DocumentBlock, Omission>();
  const rows: AddedRow[] = [];
  const orders = new Map<string, Ordering>();
  const conflicts: EditConflict[] = [];
  for (const edit of edits) {
    if (edit.kind === 'row') rows.push(edit);
    else if (edit.kind === 'order') orders.set(edit.within, edit);
    else {
      const found = find(edit.at);
      if (!('block' in found)) conflicts.push({ edit, ...found });
      else if (edit.kind === 'text' && takesText(found.block)) texts.set(found.block, edit);
      else if (edit.kind === 'omit' && mayGo(found.block)) omitted.set(found.block, edit);
      else conflicts.push({ edit, reason: 'unsuitable' });
    }
  }
  return { texts, omitted, rows, orders, conflicts };
}

function takesText({ kind }: DocumentBlock): boolean {
  return kind === 'heading' || kind === 'paragraph' || kind === 'item' || kind === 'cell';
}

/** A cell cannot go without its column, a document not without its title. */
function mayGo({ kind, element }: DocumentBlock): boolean {
  return kind !== 'cell' && element.tagName !== 'h1';
}
