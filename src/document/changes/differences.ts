import { planCellKey, planRowKey, titleKey } from '../edits/document-places.ts';
import type { AddedRow, Edit, TextEdit } from '../edits/edit.ts';
import { editedWords } from '../edits/edited-words.ts';
import { partIds } from '../edits/part-ids.ts';
import { publishedPlaces } from '../edits/published-places.ts';
import { type Section, flowOf } from '../edits/sections.ts';
import type { PlanTableName } from '../plan-table-names.ts';
import type { Block, BlockOf, Content, ListItem, PlanDocument, PlanRow, PlanTable, TableCell } from '../schema.ts';
import { everyBlock } from '../walk.ts';

/**
 * What a writer has changed: the differences of a document from the one that it was made of, in the order of the text.
 * Each stands for one block, row or cell, or for the order of some sections. `applyEdits` makes the one document of the
 * other with them. What went with a section or a table is no difference of its own.
 */
export function differences(base: PlanDocument, changed: PlanDocument): Edit[] {
  if (base === changed) return [];
  return new Differences(base, changed).all();
}

class Differences {
  readonly #base: PlanDocument;
  readonly #changed: PlanDocument;
  readonly #addresses = new Map<string, string>();
  readonly #published: ReadonlySet<string>;
  readonly #blocks: ReadonlyMap<string, Block>;
  readonly #items: ReadonlyMap<string, ListItem>;
  /** Where a block of the changed document stands among all. */
  readonly #position: ReadonlyMap<string, number>;
  readonly #tables = new Set<PlanTableName>();
  /** Names of sections that stand side by side, by the name above them, and whether the writer has moved one. */
  readonly #orders = new Map<string, { sections: string[]; moved: boolean }>();
  readonly #found: Edit[] = [];

  constructor(base: PlanDocument, changed: PlanDocument) {
    this.#base = base;
    this.#changed = changed;
    for (const { key, address } of publishedPlaces(base).places)
      if (!this.#addresses.has(key)) this.#addresses.set(key, address);
    const published = [...everyBlock(base.blocks)];
    const now = [...everyBlock(changed.blocks)];
    this.#published = new Set([...published.map(({ id }) => id), ...itemsOf(published).map(({ id }) => id)]);
    this.#blocks = new Map(now.map((block) => [block.id, block]));
    this.#items = new Map(itemsOf(now).map((item) => [item.id, item]));
    this.#position = new Map(now.map(({ id }, index) => [id, index]));
  }

  all(): Edit[] {
    const { title } = this.#changed;
    if (title.edited === true) this.#text(titleKey, [title.content]);
    this.#flow(this.#base.blocks);
    for (const [within, { sections, moved }] of this.#orders)
      if (moved) this.#found.push({ kind: 'order', within, sections });
    return this.#found;
  }

  #text(key: string, contents: readonly Content[]): void {
    const at = this.#addresses.get(key);
    if (at !== undefined) this.#found.push(textEdit(at, contents));
  }

  #omitted(key: string): void {
    const at = this.#addresses.get(key);
    if (at !== undefined) this.#found.push({ kind: 'omit', at });
  }

  #flow(blocks: readonly Block[]): void {
    const sorted = flowOf(blocks);
    const each = (some: readonly Block[]): void => {
      for (const block of some) this.#block(block);
    };
    if (sorted === undefined) {
      each(blocks);
      return;
    }
    const walk = (within: string, sections: readonly Section[]): void => {
      this.#order(within, sections);
      for (const { id, heading, content, sections: below } of sections) {
        if (!this.#blocks.has(heading.id)) this.#omitted(heading.id);
        else {
          each([heading, ...content]);
          walk(id, below);
        }
      }
    };
    each(sorted.lead);
    walk('', sorted.sections);
    each(sorted.end);
  }

  #order(within: string, sections: readonly Section[]): void {
    const place = ({ heading }: Section): number => this.#position.get(heading.id) ?? -1;
    const left = sections.filter((section) => place(section) >= 0);
    const sorted = left.toSorted((a, b) => place(a) - place(b));
    const order = this.#orders.get(within) ?? { sections: [], moved: false };
    order.sections.push(...sorted.map(({ id }) => id));
    order.moved ||= sorted.some((section, index) => section !== left[index]);
    this.#orders.set(within, order);
  }

  #block(block: Block): void {
    const { id } = block;
    const now = this.#blocks.get(id);
    switch (block.kind) {
      case 'list':
        for (const item of block.items) this.#item(item);
        return;
      case 'group':
        this.#flow(block.blocks);
        return;
      case 'part':
        this.#part(block);
        return;
      case 'paragraph':
        if (block.bare === true) return;
    }
    if (now === undefined) this.#omitted(id);
    else if (now.kind === 'table' && block.kind === 'table') this.#proseTable(block, now);
    else if (now.kind === 'heading' && now.edited === true) this.#text(id, [now.content]);
    else if (now.kind === 'paragraph' && now.edited === true) this.#text(id, this.#paragraphs(id));
  }

  #paragraphs(id: string): Content[] {
    return this.#parts(id, this.#blocks).map((block) => ('content' in block ? block.content : []));
  }

  /** What a writer has made of one block: itself, and those that it was divided into. */
  #parts<Part>(id: string, all: ReadonlyMap<string, Part>): Part[] {
    const parts: Part[] = [];
    for (const part of partIds(id, this.#published)) {
      const found = all.get(part);
      if (found === undefined) return parts;
      parts.push(found);
    }
    return parts;
  }

  #item(item: ListItem): void {
    const now = this.#items.get(item.id);
    if (now === undefined) {
      this.#omitted(item.id);
      return;
    }
    if (now.edited === true)
      this.#text(
        item.id,
        this.#parts(item.id, this.#items).map(({ blocks }) => bareContent(blocks)),
      );
    this.#flow(item.blocks);
  }

  #proseTable(base: BlockOf<'table'>, now: BlockOf<'table'>): void {
    const rows = new Map(now.rows.map((row) => [row.id, row]));
    for (const { id } of base.rows) {
      const row = rows.get(id);
      if (row === undefined) this.#omitted(id);
      for (const cell of row?.cells ?? [])
        if (cell.edited === true) this.#text(`${id}/${cell.key}`, [bareContent(cell.blocks)]);
    }
  }

  #part({ id, part }: BlockOf<'part'>): void {
    if (!this.#blocks.has(id)) {
      this.#omitted(id);
      return;
    }
    if (part === 'schedule' || part === 'signOff') return;
    const [base, now] = [this.#base.tables[part], this.#changed.tables[part]];
    if (base === undefined || now === undefined) return;
    if (now.omitted === true) this.#omitted(id);
    else if (!this.#tables.has(part)) this.#planTable(part, base, now);
    this.#tables.add(part);
  }

  #planTable(name: PlanTableName, base: PlanTable, now: PlanTable): void {
    for (const { key, heading, edited } of now.columns)
      if (edited === true) this.#text(planCellKey(name, 'head', key), [heading]);
    const rows = new Map([...now.rows, ...(now.total ? [now.total] : [])].map((row) => [row.id, row]));
    for (const { id } of [...base.rows, ...(base.total ? [base.total] : [])]) {
      const row = rows.get(id);
      if (row === undefined) this.#omitted(planRowKey(name, id));
      for (const [key, { content, edited }] of Object.entries(row?.cells ?? {}))
        if (edited === true) this.#text(planCellKey(name, id, key), [content]);
    }
    now.rows.forEach((row, index) => {
      if (isAdded(row)) this.#found.push(this.#added(name, now.rows, row, index));
    });
  }

  /** One that comes last is behind whatever is published there. */
  #added(name: PlanTableName, rows: readonly PlanRow[], { id, cells }: PlanRow, index: number): AddedRow {
    const before = rows[index - 1];
    const isLast = rows.slice(index).every(isAdded);
    const after = before === undefined || isLast ? undefined : this.#rowAddress(name, before);
    const words = Object.entries(cells).map(([key, { content }]) => [key, editedWords(content)] as const);
    return {
      kind: 'row',
      id: id.slice(1),
      table: name,
      ...(after !== undefined && { after }),
      cells: Object.fromEntries(words.filter(([key, text]) => key !== 'ordinal' && text !== '')),
    };
  }

  #rowAddress(name: PlanTableName, row: PlanRow): string | undefined {
    return isAdded(row) ? row.id.slice(1) : this.#addresses.get(planRowKey(name, row.id));
  }
}

function textEdit(at: string, contents: readonly Content[]): TextEdit {
  return { kind: 'text', at, text: contents.map(editedWords).join('\n\n') };
}

function isAdded({ id }: PlanRow): boolean {
  return id.startsWith('+');
}

/** The words that an item or a cell has itself. */
function bareContent(blocks: TableCell['blocks']): Content {
  return blocks.flatMap((block) => (block.kind === 'paragraph' && block.bare === true ? block.content : []));
}

function itemsOf(blocks: readonly Block[]): ListItem[] {
  return blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
}
