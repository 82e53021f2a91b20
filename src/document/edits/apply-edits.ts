import type { Plan } from '../../model/plan.ts';
import { titleKey } from './document-places.ts';
import type { Edit, Ordering } from './edit.ts';
import { paragraphsOf } from './edit-text.ts';
import type { PartName } from '../part-names.ts';
import { editedContent, notesIn, notesInBlocks } from './edited-content.ts';
import { type Changes, editedPlanTable } from './edited-plan-table.ts';
import type { PlanTableName } from '../plan-table-names.ts';
import { partIds } from './part-ids.ts';
import { publishedPlaces } from './published-places.ts';
import { type EditConflict, resolveEdits } from './resolve-edits.ts';
import type { Block, BlockOf, ListItem, PlanDocument, PlanTable, TableCell } from '../schema.ts';
import { type Section, flowOf, orderedSections } from './sections.ts';
import { repaired } from './repaired.ts';
import { everyBlock, isPlaced } from '../walk.ts';

/** A document with a writer's edits made, and those that could not be. */
export interface EditedDocument {
  readonly document: PlanDocument;
  readonly conflicts: readonly EditConflict[];
}

/**
 * A copy of a document with a draft's edits made. What was changed or added is `edited`; rows of the plan's tables keep the
 * index in the plan's data as their id, or have + and that of the edit. Ordinals are counted anew, notes that nothing refers
 * to any more go, and links to what was left out become text.
 */
export function applyEdits(document: PlanDocument, plan: Plan, edits: readonly Edit[]): EditedDocument {
  if (edits.length === 0) return { document, conflicts: [] };
  const { find } = publishedPlaces(document);
  const { texts, omitted, rows, orders, conflicts: unresolved } = resolveEdits(edits, find);
  const conflicts: EditConflict[] = [...unresolved];
  const editor = new DocumentEditor(document, orders, {
    plan,
    texts,
    omitted,
    rows,
    find: (address) => {
      const found = find(address);
      return 'place' in found ? found.place.key : undefined;
    },
    conflict: (conflict) => conflicts.push(conflict),
  });
  const edited = editor.edited();
  for (const [within, edit] of orders) if (!editor.ordered.has(within)) conflicts.push({ edit, reason: 'missing' });
  for (const edit of rows) {
    if (isPlaced(edited, edit.table)) continue;
    conflicts.push({ edit, reason: isPlaced(document, edit.table) ? 'omitted' : 'missing' });
  }
  return { document: repaired(edited), conflicts };
}

class DocumentEditor {
  readonly #document: PlanDocument;
  readonly #orders: ReadonlyMap<string, Ordering>;
  readonly #changes: Changes;
  /** Names of the headings whose sections were put in order, '' for the uppermost. */
  readonly ordered = new Set<string>();
  /** Ids of the document's blocks and items. */
  readonly #ids: ReadonlySet<string>;
  /** Tables as they are shown. */
  readonly #tables = new Map<PlanTableName, PlanTable>();

  constructor(document: PlanDocument, orders: ReadonlyMap<string, Ordering>, changes: Changes) {
    this.#document = document;
    this.#orders = orders;
    this.#changes = changes;
    const blocks = [...everyBlock(document.blocks)];
    const items = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
    this.#ids = new Set([...blocks, ...items].map(({ id }) => id));
  }

  edited(): PlanDocument {
    const { title, tables } = this.#document;
    const text = this.#changes.texts.get(titleKey)?.text;
    const blocks = this.#flow(this.#document.blocks);
    this.#omitUnplaced(blocks);
    return {
      ...this.#document,
      title: text === undefined ? title : { content: editedContent(text), edited: true },
      blocks,
      tables: { ...tables, ...Object.fromEntries(this.#tables) },
    };
  }

  /** A table goes, wherever else it would be shown, with the section that it is placed in. */
  #omitUnplaced(blocks: readonly Block[]): void {
    const left = partsIn(blocks);
    for (const part of partsIn(this.#document.blocks)) {
      if (part === 'schedule' || part === 'signOff' || left.has(part)) continue;
      const table = this.#document.tables[part];
      if (table !== undefined) this.#tables.set(part, { ...table, omitted: true });
    }
  }

  /** Blocks that may hold sections, in the writer's order. */
  #flow(blocks: readonly Block[]): Block[] {
    const each = (some: readonly Block[]): Block[] => some.flatMap((block) => this.#block(block));
    const sorted = flowOf(blocks);
    if (sorted === undefined) return each(blocks);
    const { omitted, conflict } = this.#changes;
    const inOrder = (within: string, sections: readonly Section[]): Block[] => {
      this.ordered.add(within);
      return orderedSections(sections, this.#orders.get(within), conflict)
        .filter(({ heading }) => !omitted.has(heading.id))
        .flatMap(({ id, heading, content, sections: below }) => [
          ...each([heading, ...content]),
          ...inOrder(id, below),
        ]);
    };
    return [...each(sorted.lead), ...inOrder('', sorted.sections), ...each(sorted.end)];
  }

  #block(block: Block): Block[] {
    const { texts, omitted } = this.#changes;
    if (omitted.has(block.id) && !(block.kind === 'part' && this.#isLastPlace(block))) return [];
    switch (block.kind) {
      case 'heading': {
        const text = texts.get(block.id)?.text;
        const content = text === undefined ? undefined : editedContent(text, notesIn(block.content));
        return [content === undefined ? block : { ...block, content, edited: true }];
      }
      case 'paragraph':
        return this.#paragraphs(block);
      case 'list': {
        const items = block.items.flatMap((item) => this.#items(item));
        return items.length === 0 && block.items.length > 0 ? [] : [{ ...block, items }];
      }
      case 'table':
        return this.#proseTable(block);
      case 'quote':
      case 'group':
      case 'figure': {
        const blocks = this.#flow(block.blocks);
        return blocks.length === 0 && block.blocks.length > 0 ? [] : [{ ...block, blocks }];
      }
      case 'part':
        return this.#part(block);
      default:
        return [block];
    }
  }

  /** Other words; where they are several paragraphs, the first one keeps the name. */
  #paragraphs(block: BlockOf<'paragraph'>): Block[] {
    const edit = this.#changes.texts.get(block.id);
    if (edit === undefined) return [block];
    const { anchor, ...others } = block;
    const ids = partIds(block.id, this.#ids);
    return paragraphsOf(edit.text).map((part, index): Block => {
      const { value: id } = ids.next();
      const named = index === 0 ? { ...(anchor !== undefined && { anchor }) } : { id };
      return { ...others, ...named, content: editedContent(part, notesIn(block.content)), edited: true };
    });
  }

  /** An item with other words; what is nested in it stays with the last one of several. */
  #items(item: ListItem): ListItem[] {
    const { texts, omitted } = this.#changes;
    if (omitted.has(item.id)) return [];
    const edit = texts.get(item.id);
    if (edit === undefined) {
      const blocks = this.#flow(item.blocks);
      return blocks.length === 0 && item.blocks.length > 0 ? [] : [{ ...item, blocks }];
    }
    const notes = notesInBlocks(item.blocks);
    const nested = item.blocks.filter((block) => !isBare(block));
    const parts = paragraphsOf(edit.text);
    const ids = partIds(item.id, this.#ids);
    return parts.map((part, index): ListItem => {
      const { value: id } = ids.next();
      const own: Block = { kind: 'paragraph', id: `${id}/w`, content: editedContent(part, notes), bare: true };
      const below = index === parts.length - 1 ? nested.flatMap((block) => this.#block(block)) : [];
      return { ...item, id, blocks: [own, ...below], edited: true };
    });
  }

  #proseTable(table: BlockOf<'table'>): Block[] {
    const { texts, omitted } = this.#changes;
    const stays = table.rows.filter(({ id, part }) => part === 'head' || !omitted.has(id));
    const hadBody = table.rows.some(({ part }) => part === 'body');
    if (hadBody && stays.every(({ part }) => part !== 'body')) return [];
    const cell = (given: TableCell, row: string): TableCell => {
      const text = texts.get(`${row}/${given.key}`)?.text;
      if (text === undefined) return given;
      const content = editedContent(text, notesInBlocks(given.blocks));
      const own: Block = { kind: 'paragraph', id: `${row}/${given.key}/w`, content, bare: true };
      return { ...given, blocks: [own, ...given.blocks.filter((block) => !isBare(block))], edited: true };
    };
    return [{ ...table, rows: stays.map((row) => ({ ...row, cells: row.cells.map((given) => cell(given, row.id)) })) }];
  }

  /** Whether a table of the plan's data is left out wherever it is placed; its place stays, without the table. */
  #isLastPlace({ part }: BlockOf<'part'>): boolean {
    if (part === 'schedule' || part === 'signOff') return false;
    const places = [...everyBlock(this.#document.blocks)].filter(
      (block) => block.kind === 'part' && block.part === part,
    );
    return places.every(({ id }) => this.#changes.omitted.has(id));
  }

  #part(block: BlockOf<'part'>): Block[] {
    const { part, id } = block;
    if (part === 'schedule' || part === 'signOff') return [block];
    const table = this.#document.tables[part];
    if (table === undefined || table.omitted === true || this.#tables.has(part)) return [block];
    const edited = this.#changes.omitted.has(id) ? undefined : editedPlanTable(part, table, this.#changes);
    this.#tables.set(part, edited ?? { ...table, omitted: true });
    return [block];
  }
}

function isBare(block: Block): boolean {
  return block.kind === 'paragraph' && block.bare === true;
}

function partsIn(blocks: readonly Block[]): Set<PartName> {
  return new Set([...everyBlock(blocks)].flatMap((block) => (block.kind === 'part' ? [block.part] : [])));
}
