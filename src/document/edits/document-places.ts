import { editedWords, wordsOfBlocks } from './edited-words.ts';
import { placeOf } from '../prose/block-ids.ts';
import type { PlanTableName } from '../plan-table-names.ts';
import { scheduleStrings } from '../time/schedule-strings.zh.ts';
import type { Block, BlockOf, Content, ListItem, PlanDocument, PlanRow, PlanTable } from '../schema.ts';
import { textHash } from './text-hash.ts';
import { blocksWithin } from '../walk.ts';

/** What a place is; `part` is a sign-off, a quotation or another whole that a writer may leave out. */
type PlaceKind = 'heading' | 'paragraph' | 'item' | 'table' | 'row' | 'cell' | 'figure' | 'part';

/**
 * A part of a document that a writer can change or leave out, and its address.
 *
 * An address says where it stands and what it says: `重点措施/p2#0abc…` is the second paragraph below the heading with that
 * anchor, `工作目标/t1/r3/target#…` a cell of the third row of the first table there. What stands behind # is the hash of
 * the published words, so that a place is found again when others come or go around it, and a change is noticed when its
 * own words have become others.
 */
export interface DocumentPlace {
  readonly kind: PlaceKind;
  readonly address: string;
  /** Published words. */
  readonly text: string;
  /** What edits are made to: the id of a block, a list item or a row, a row's with the column behind it for a cell. */
  readonly key: string;
  /** Other addresses that lead here. */
  readonly also?: readonly string[];
  readonly isTitle?: true;
}

export const titleKey = 'title/h';

/** Every place of a document in its order; a row follows its table, a cell its row. */
export function documentPlaces(document: PlanDocument): DocumentPlace[] {
  const title = editedWords(document.title.content);
  const first = place('heading', titleKey, title, { isTitle: true });
  return [first, ...document.blocks.flatMap((block) => placesIn(block, document))];
}

function place(kind: PlaceKind, key: string, text: string, more: Partial<DocumentPlace> = {}): DocumentPlace {
  return { kind, key, text, address: `${placeOf(key)}#${textHash(text)}`, ...more };
}

/** The places of one block and of what stands within it. */
export function placesIn(block: Block, document: PlanDocument): DocumentPlace[] {
  const { id } = block;
  switch (block.kind) {
    case 'heading':
      return [place('heading', id, editedWords(block.content), block.level === 0 ? { isTitle: true } : {})];
    case 'paragraph':
      return block.bare === true ? [] : [place('paragraph', id, editedWords(block.content))];
    case 'list':
      return block.items.flatMap((item) => [
        place('item', item.id, ownWords(item)),
        ...item.blocks.flatMap((inner) => placesIn(inner, document)),
      ]);
    case 'table':
      return proseTablePlaces(block);
    case 'figure':
      return [place('figure', id, editedWords(block.caption))];
    case 'quote':
      return [place('part', id, wordsOfBlocks(block.blocks))];
    case 'code':
      return [place('part', id, wordsOfBlocks([block]))];
    case 'definitions':
      return [place('part', id, wordsOfFacts(block.facts))];
    case 'group':
      return block.blocks.flatMap((inner) => placesIn(inner, document));
    case 'rule':
      return [];
    case 'part':
      return partPlaces(block, document);
  }
}

/** A list item's words, without what is nested in it. */
function ownWords({ blocks }: ListItem): string {
  const own = blocks.flatMap((block) => (block.kind === 'paragraph' && block.bare === true ? block.content : []));
  return editedWords(own);
}

function wordsOfFacts(facts: readonly { readonly term: Content; readonly content: Content }[]): string {
  return editedWords(facts.flatMap(({ term, content }) => [...term, ...content]));
}

function proseTablePlaces({ id, caption, rows }: BlockOf<'table'>): DocumentPlace[] {
  const words = rows.map(({ cells }) => cells.map(({ blocks }) => wordsOfBlocks(blocks)));
  const title = caption.length === 0 ? (words[0] ?? []).join('\t') : editedWords(caption);
  const rowPlaces = rows.flatMap((row, at): DocumentPlace[] => {
    const texts = words[at] ?? [];
    const head = row.cells.findIndex(({ header }) => header === 'row');
    const inHead = isHead(row.id);
    const name = inHead ? '' : (texts[Math.max(0, head)] ?? '');
    const cells = row.cells.map(({ key }, column) => cellPlace(`${row.id}/${key}`, name, texts[column] ?? ''));
    return inHead ? cells : [place('row', row.id, texts.join('\t')), ...cells];
  });
  return [place('table', id, title), ...rowPlaces];
}

/** A row that names the columns is no row that could go. */
function isHead(rowId: string): boolean {
  return placeOf(rowId).endsWith('/h');
}

/** What names its row tells equal cells of a column apart, such as 每月 and 每月. */
function cellPlace(path: string, name: string, text: string, key = path): DocumentPlace {
  return { kind: 'cell', key, text, address: `${placeOf(path)}#${textHash(`${name}\t${text}`)}` };
}

function partPlaces({ id, part }: BlockOf<'part'>, document: PlanDocument): DocumentPlace[] {
  if (part === 'signOff') return [place('part', id, wordsOfFacts(document.signOff))];
  if (part === 'schedule') return [schedulePlace(id, document.tables.tasks.rows.length)];
  const table = document.tables[part];
  return table === undefined ? [] : planTablePlaces(id, part, table);
}

/** The caption of a schedule says how many charts it takes: that is the template's, and changes nothing for a writer. */
function schedulePlace(id: string, tasks: number): DocumentPlace {
  const parts = Array.from({ length: tasks }, (_, index) => scheduleStrings.part(1, index + 2));
  const also = parts.map((caption) => `${id}#${textHash(caption)}`);
  return place('figure', id, scheduleStrings.caption, { also });
}

function planTablePlaces(
  id: string,
  name: PlanTableName,
  { caption, columns, rows, total }: PlanTable,
): DocumentPlace[] {
  const header = columns.find(({ kind }) => kind === 'header')?.key ?? '';
  const head = columns.map(({ key, heading }) =>
    cellPlace(`${id}/h/${key}`, '', editedWords(heading), planCellKey(name, 'head', key)),
  );
  const rowPlaces = ({ id: row, cells }: PlanRow, at: number): DocumentPlace[] => {
    const texts = columns.map(({ key }) => editedWords(cells[key]?.content ?? []));
    const label = texts[columns.findIndex(({ key }) => key === header)] ?? '';
    const path = `${id}/r${at + 1}`;
    const text = texts.join('\t');
    return [
      { kind: 'row', key: planRowKey(name, row), text, address: `${path}#${textHash(text)}` },
      ...columns.map(({ key }, column) =>
        cellPlace(`${path}/${key}`, label, texts[column] ?? '', planCellKey(name, row, key)),
      ),
    ];
  };
  return [
    place('table', id, caption),
    ...head,
    ...[...rows, ...(total === undefined ? [] : [total])].flatMap(rowPlaces),
  ];
}

/** Key of a row of the plan's data, wherever it is placed. */
export function planRowKey(table: PlanTableName, row: string): string {
  return `@${table}/${row}`;
}

export function planCellKey(table: PlanTableName, row: string, column: string): string {
  return `${planRowKey(table, row)}/${column}`;
}

/** Names by which links lead to places of a document. */
export function anchorsIn(blocks: readonly Block[]): Set<string> {
  const anchors = new Set<string>(['title']);
  const walk = (block: Block): void => {
    if ('anchor' in block && block.anchor !== undefined) anchors.add(block.anchor);
    for (const inner of blocksWithin(block)) walk(inner);
  };
  for (const block of blocks) walk(block);
  return anchors;
}
