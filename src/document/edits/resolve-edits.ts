import type { DocumentPlace } from './document-places.ts';
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

type Found = { readonly place: DocumentPlace } | Omit<EditConflict, 'edit'>;

/** Finds places by address, also where they have moved. */
export type PlaceFinder = (address: string) => Found;

/** An index of a document's places by where they stand and by what they say. */
export function placeFinder(places: readonly DocumentPlace[]): PlaceFinder {
  const addressed = places.flatMap((place) =>
    [place.address, ...(place.also ?? [])].map((address) => [address, place] as const),
  );
  const byAddress = new Map(addressed);
  const byPath = new Map(addressed.map(([address, place]) => [pathOf(address), place]));
  const byWords = Map.groupBy(addressed, ([address]) => wordsKey(address));
  return (address) => {
    const exact = byAddress.get(address);
    if (exact !== undefined) return { place: exact };
    const same = (byWords.get(wordsKey(address)) ?? []).map(([, place]) => place);
    const near = same.filter((place) => sectionOf(place.address) === sectionOf(address));
    const [moved, ...more] = near.length > 0 ? near : same;
    if (moved !== undefined) return more.length === 0 ? { place: moved } : { reason: 'ambiguous' };
    const there = byPath.get(pathOf(address));
    return there === undefined ? { reason: 'missing' } : { reason: 'changed', published: there.text };
  };
}

/** The section that an address leads into, by the anchor of its heading. */
function sectionOf(address: string): string {
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

/** A draft's edits by what is done with them; those of places by the places' keys. Later edits of the same place win. */
export interface ResolvedEdits {
  readonly texts: ReadonlyMap<string, TextEdit>;
  readonly omitted: ReadonlyMap<string, Omission>;
  readonly rows: readonly AddedRow[];
  /** By the anchor of the heading above, '' for the uppermost sections. */
  readonly orders: ReadonlyMap<string, Ordering>;
  readonly conflicts: readonly EditConflict[];
}

/** Finds the place of every edit; what has none becomes a conflict. */
export function resolveEdits(edits: readonly Edit[], find: PlaceFinder): ResolvedEdits {
  const texts = new Map<string, TextEdit>();
  const omitted = new Map<string, Omission>();
  const rows: AddedRow[] = [];
  const orders = new Map<string, Ordering>();
  const conflicts: EditConflict[] = [];
  for (const edit of edits) {
    if (edit.kind === 'row') rows.push(edit);
    else if (edit.kind === 'order') orders.set(edit.within, edit);
    else {
      const found = find(edit.at);
      if (!('place' in found)) conflicts.push({ edit, ...found });
      else if (edit.kind === 'text' && takesText(found.place)) texts.set(found.place.key, edit);
      else if (edit.kind === 'omit' && mayGo(found.place)) omitted.set(found.place.key, edit);
      else conflicts.push({ edit, reason: 'unsuitable' });
    }
  }
  return { texts, omitted, rows, orders, conflicts };
}

function takesText({ kind }: DocumentPlace): boolean {
  return kind === 'heading' || kind === 'paragraph' || kind === 'item' || kind === 'cell';
}

/** A cell cannot go without its column, a document not without its title. */
function mayGo({ kind, isTitle }: DocumentPlace): boolean {
  return kind !== 'cell' && isTitle !== true;
}
