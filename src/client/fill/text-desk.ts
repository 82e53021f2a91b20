/** Changing the text: what a press on the pages or in the list of sections opens, and what becomes of it. */
import type { Element } from 'hast';
import { childElements, editableText } from '../../fill/block-text.ts';
import {
  type BlockFinder,
  type DocumentBlock,
  type ResolvedBlocks,
  blockFinder,
  documentBlocks,
  tableRows,
} from '../../fill/document-blocks.ts';
import type { AddedRow, Edit, Ordering } from '../../document/edit.ts';
import { planTable } from '../../fill/edited-plan.ts';
import type { EditProblem } from '../../fill/edit-problems.ts';
import { addedRow, nextRowId } from '../../fill/edit-list.ts';
import { resolveEdits } from '../../document/resolve-edits.ts';
import type { PlanTableName } from '../../document/plan-table-names.ts';
import { columnKeys, headCells, planTableName } from '../../fill/table-columns.ts';
import type { Plan } from '../../model/plan.ts';
import { isOpen } from '../../model/value.ts';
import { type EditableKind, editBlock } from './block-editor.ts';
import type { Desk } from './desk.ts';
import { editRow } from './row-editor.ts';

/** One of the plan's tables in the published document. */
export interface EditableTable {
  readonly name: PlanTableName;
  readonly caption: string;
  readonly element: Element;
}

/** A cell of one of the plan's tables. */
export type CellPlace = Pick<EditProblem, 'table' | 'row' | 'column'>;

/** The published text with a draft's changes of it. */
export class TextDesk {
  readonly blocks: readonly DocumentBlock[];
  readonly tables: readonly EditableTable[];
  readonly #byElement: ReadonlyMap<Element, DocumentBlock>;
  readonly #find: BlockFinder;
  readonly #plan: Plan;
  readonly #desk: Desk;
  readonly #follow: (place: string) => void;
  readonly article: Element;

  /** @param follow is given a selector of the place on the pages that is worked on */
  constructor(article: Element, plan: Plan, desk: Desk, follow: (place: string) => void) {
    this.#follow = follow;
    this.article = article;
    this.blocks = documentBlocks(article);
    this.#byElement = new Map(this.blocks.map((block) => [block.element, block]));
    this.#find = blockFinder(article);
    this.#plan = plan;
    this.#desk = desk;
    this.tables = this.blocks.flatMap(({ kind, element, text }) => {
      const name = kind === 'table' ? planTableName(element) : undefined;
      return name === undefined || name === 'reviews' ? [] : [{ name, caption: text, element }];
    });
  }

  get edits(): readonly Edit[] {
    return this.#desk.draft.edits;
  }

  /** The draft's edits by the blocks that they are about. */
  resolved(): ResolvedBlocks {
    return resolveEdits(this.edits, this.#find);
  }

  blockOf(element: Element): DocumentBlock | undefined {
    return this.#byElement.get(element);
  }

  /** The block of the whole text that stands on a page under an address, in whichever template. */
  blockAt(address: string): DocumentBlock | undefined {
    const found = this.#find(address);
    return 'block' in found ? found.block : undefined;
  }

  make(edit: Edit): void {
    this.#desk.endStep();
    this.#desk.change({ kind: 'edit', edit });
  }

  /** Takes back one change; the pages show the place that is again as it was published. */
  takeBack(edit: Edit): void {
    this.#desk.endStep();
    this.#desk.change({ kind: 'take-back', edit });
    const block = 'at' in edit ? this.blockAt(edit.at) : undefined;
    if (block !== undefined) this.#followBlock(block);
  }

  #followBlock({ address }: DocumentBlock): void {
    this.#follow(`[data-block="${CSS.escape(address)}"]`);
  }

  omit(block: DocumentBlock): void {
    this.make({ kind: 'omit', at: block.address });
  }

  /**
   * Opens the editor of a block; a block without words of its own has none.
   * @param place where the block is on screen, if the editor is to lie over it
   */
  open(block: DocumentBlock, place?: DOMRect): void {
    const { kind, address, text: published } = block;
    if (!isEditable(kind)) return;
    this.#followBlock(block);
    const edit = this.resolved().texts.get(block);
    const row = kind === 'cell' ? this.#rowOf(block) : undefined;
    const omitted = kind === 'cell' ? row : block.element.tagName === 'h1' ? undefined : block;
    const table = row && this.tables.find(({ element }) => contains(element, row.element));
    editBlock({
      kind,
      published,
      place,
      text: edit?.text ?? published,
      fields: this.#plan.fields,
      save: (text) => {
        if (text !== published) this.make({ kind: 'text', at: edit?.at ?? address, text });
        else if (edit !== undefined) this.takeBack(edit);
      },
      undo: () => {
        this.#desk.undo();
      },
      omit:
        omitted &&
        (() => {
          this.omit(omitted);
        }),
      addBelow:
        table === undefined
          ? undefined
          : () => {
              this.addRow(table, row?.address);
            },
    });
  }

  #rowOf(cell: DocumentBlock): DocumentBlock | undefined {
    return this.blocks.find(({ kind, element }) => kind === 'row' && element.children.includes(cell.element));
  }

  /** Asks for a new row; it is there once it has been filled in. */
  addRow(table: EditableTable, after?: string): void {
    const id = nextRowId(this.edits);
    const row = { kind: 'row' as const, id, table: table.name, cells: {}, ...(after !== undefined && { after }) };
    this.#openRow(table, row, true);
  }

  /** Opens a row that was added, by the mark that it carries on the page: +id. */
  openRow(mark: string): void {
    const row = addedRow(this.edits, mark.slice(1));
    const table = this.tables.find(({ name }) => name === row?.table);
    if (row !== undefined && table !== undefined) this.#openRow(table, row);
  }

  /** Opens a cell, or the row that was added, as the finding about it names them. */
  openCell(place: CellPlace): void {
    const block = this.cellAt(place);
    if (place.row.startsWith('+')) this.openRow(place.row);
    else if (block !== undefined) this.open(block);
  }

  /** The published cell of a place; undefined for one of a row that was added. */
  cellAt({ table: name, row, column }: CellPlace): DocumentBlock | undefined {
    const table = planTable(this.article, name);
    const cells = table && tableRows(table)[Number(row) + 1];
    const cell = cells && childElements(cells)[columnKeys(table).indexOf(column)];
    return cell && this.blockOf(cell);
  }

  #openRow(table: EditableTable, row: AddedRow, isNew = false): void {
    const keys = columnKeys(table.element);
    const columns = headCells(table.element).flatMap(({ children }, index) => {
      const key = keys[index];
      return key === undefined || key === 'ordinal' ? [] : [{ key, title: editableText(children) }];
    });
    editRow({
      table: table.caption,
      columns,
      cells: isNew ? undefined : row.cells,
      roles: this.#plan.roles.map(({ name }) => name),
      save: (cells) => {
        if (Object.values(cells).every(isOpen)) return;
        this.make({ ...row, cells });
        this.#follow(`tr[data-row="+${CSS.escape(row.id)}"]`);
      },
      remove: () => {
        this.takeBack(row);
      },
      undo: () => {
        this.#desk.undo();
      },
    });
  }

  /**
   * Puts the sections below a heading into another order; the published order is no change.
   * @param moved heading of the section that changed its place
   */
  order(within: string, sections: readonly string[], published: readonly string[], moved: Element): void {
    const edit: Ordering = { kind: 'order', within, sections: [...sections] };
    if (sections.every((id, index) => id === published[index])) this.takeBack(edit);
    else this.make(edit);
    const block = this.blockOf(moved);
    if (block !== undefined) this.#followBlock(block);
  }
}

export function isEditable(kind: DocumentBlock['kind']): kind is EditableKind {
  return kind === 'heading' || kind === 'paragraph' || kind === 'item' || kind === 'cell';
}

function contains(element: Element, other: Element): boolean {
  return element === other || childElements(element).some((child) => contains(child, other));
}
