import type { PlaceKind } from './document-places.ts';
import type { AddedRow, Edit, Omission, Ordering, TextEdit } from './edit.ts';

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

/** What edits are made to: see `DocumentPlace`. */
interface Addressed {
  readonly kind: PlaceKind;
  readonly address: string;
  readonly text: string;
  readonly also?: readonly string[];
  readonly isTitle?: boolean;
}

type Found<Place> = { readonly block: Place } | Omit<EditConflict, 'edit'>;

/** Finds places by address, also where they have moved. */
export type PlaceFinder<Place> = (address: string) => Found<Place>;

/**
 * An index of a document's places by where they stand and by what they say. It is made when the first is looked for: most
 * documents are filled without any edit.
 */
export function placeFinder<Place extends Addressed>(places: () => readonly Place[]): PlaceFinder<Place> {
  let index: PlaceIndex<Place> | undefined;
  return (address) => {
    const { byAddress, byPath, byWords } = (index ??= indexOf(places()));
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

interface PlaceIndex<Place> {
  readonly byAddress: ReadonlyMap<string, Place>;
  readonly byPath: ReadonlyMap<string, Place>;
  readonly byWords: ReadonlyMap<string, readonly Place[]>;
}

function indexOf<Place extends Addressed>(places: readonly Place[]): PlaceIndex<Place> {
  const addressed = places.flatMap((place) =>
    [place.address, ...(place.also ?? [])].map((address) => [address, place] as const),
  );
  const words = Map.groupBy(addressed, ([address]) => wordsKey(address));
  return {
    byAddress: new Map(addressed),
    byPath: new Map(addressed.map(([address, place]) => [pathOf(address), place])),
    byWords: new Map([...words].map(([key, found]) => [key, found.map(([, place]) => place)])),
  };
}

/** The section that an address leads into, by the id of its heading. */
export function sectionOf(address: string): string {
  return address.slice(0, address.indexOf('/'));
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
export interface ResolvedEdits<Place> {
  readonly texts: ReadonlyMap<Place, TextEdit>;
  readonly omitted: ReadonlyMap<Place, Omission>;
  readonly rows: readonly AddedRow[];
  readonly orders: ReadonlyMap<string, Ordering>;
  readonly conflicts: readonly EditConflict[];
}

/** Finds the place of every edit; what has none becomes a conflict. */
export function resolveEdits<Place extends Addressed>(
  edits: readonly Edit[],
  find: PlaceFinder<Place>,
): ResolvedEdits<Place> {
  const texts = new Map<Place, TextEdit>();
  const omitted = new Map<Place, Omission>();
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

function takesText({ kind }: Addressed): boolean {
  return kind === 'heading' || kind === 'paragraph' || kind === 'item' || kind === 'cell';
}

/** A cell cannot go without its column, a document not without its title. */
function mayGo({ kind, isTitle }: Addressed): boolean {
  return kind !== 'cell' && isTitle !== true;
}
