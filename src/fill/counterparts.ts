import type { Element } from 'hast';
import { childElements, editableText, hasClass } from './block-text.ts';
import { type DocumentBlock, documentBlocks, rowName, tableRows } from './document-blocks.ts';
import { sectionOf } from '../document/resolve-edits.ts';
import { originOf } from './shown-in-part.ts';
import { columnKeys, planTableName } from './table-columns.ts';

/** By element of a template's document: the block of the whole text that it shows. */
export type Counterparts = ReadonlyMap<Element, DocumentBlock>;

const known = new WeakMap<Element, WeakMap<Element, Counterparts>>();

/**
 * Which blocks of a plan's whole text the document of another template shows. Changes are made to the text, whichever
 * template is looked at; by this they reach every template, also one that shows parts of the text in an order of its own
 * or makes tables of the plan's data under headings of its own. Tables of the plan are known by their name, their rows
 * by what names the row, their cells by the column; everything else by its words.
 */
export function counterparts(shown: Element, whole: Element): Counterparts {
  const found = known.get(whole)?.get(shown);
  if (found !== undefined) return found;
  const made = shown === whole ? identity(whole) : matched(shown, whole);
  const ofWhole = known.get(whole) ?? new WeakMap<Element, Counterparts>();
  known.set(whole, ofWhole.set(shown, made));
  return made;
}

function identity(whole: Element): Counterparts {
  return new Map(documentBlocks(whole).map((block) => [block.element, block]));
}

function matched(shown: Element, whole: Element): Counterparts {
  const blocks = documentBlocks(whole);
  const byElement = identity(whole);
  const byKey = Map.groupBy(blocks.map((block, index) => ({ block, index })).filter(isWhole), ({ block }) =>
    keyOf(block),
  );
  const found = new Map<Element, DocumentBlock>();
  let last = -1;
  for (const block of documentBlocks(shown).filter((candidate) => isWhole({ block: candidate }))) {
    const same = byKey.get(keyOf(block)) ?? [];
    const near = same.filter((candidate) => sectionOf(candidate.block.address) === sectionOf(block.address));
    const choice = near.length > 0 ? near : same;
    // Of equal words those that follow what was matched last: templates mostly keep the text's order.
    const next = choice.find(({ index }) => index > last) ?? choice[0];
    if (next === undefined) continue;
    last = next.index;
    found.set(block.element, next.block);
    if (block.kind === 'table') matchTables(block.element, next.block.element, byElement, found);
  }
  return found;
}

/** Rows and cells are found within their table. */
function isWhole({ block: { kind } }: { readonly block: DocumentBlock }): boolean {
  return kind !== 'row' && kind !== 'cell';
}

function keyOf({ kind, element, address }: DocumentBlock): string {
  const words = originOf(element) ?? address.slice(address.lastIndexOf('#') + 1);
  return `${kind} ${planTableName(element) ?? words}`;
}

function matchTables(
  shown: Element,
  whole: Element,
  byElement: Counterparts,
  found: Map<Element, DocumentBlock>,
): void {
  const rows = Map.groupBy(namedRows(whole), ([name]) => name);
  const columns = columnKeys(whole);
  const keys = columnKeys(shown);
  const match = (element: Element, other: Element | undefined): void => {
    const block = other && byElement.get(other);
    if (block !== undefined) found.set(element, block);
  };
  for (const [name, row] of namedRows(shown)) {
    const other = rows.get(name)?.shift()?.[1];
    if (other === undefined) continue;
    match(row, other);
    const cells = childElements(other);
    childElements(row).forEach((cell, column) => {
      match(cell, cells[columns.indexOf(keys[column] ?? '')]);
    });
  }
}

/** Rows with what names them; heads and totals, which nothing names, by what they are. */
function namedRows(table: Element): [string, Element][] {
  const keys = columnKeys(table);
  return tableRows(table).map((row) => {
    const cells = childElements(row);
    const isHead = cells.length > 0 && cells.every(({ properties }) => properties['scope'] === 'col');
    if (isHead) return ['head', row];
    if (hasClass(row, 'total')) return ['total', row];
    return [
      `row ${rowName(
        cells.map(({ children }) => editableText(children)),
        cells,
        keys,
      )}`,
      row,
    ];
  });
}
