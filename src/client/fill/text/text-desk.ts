/** Changing the text: what a press on the pages or in the list of sections opens, and what becomes of it. */
import { type ChangedDocument, changedBy, takenBack } from '../../../document/changes/changed-document.ts';
import { placeOf } from '../../../document/prose/block-ids.ts';
import { addedRow, nextRowId } from '../../../document/changes/edit-list.ts';
import { type DocumentPlace, planCellKey, planRowKey } from '../../../document/edits/document-places.ts';
import type { AddedRow, Edit, Ordering } from '../../../document/edits/edit.ts';
import { editedWords } from '../../../document/edits/edited-words.ts';
import type { PlanTableName } from '../../../document/plan-table-names.ts';
import { publishedPlaces } from '../../../document/edits/published-places.ts';
import { type PlaceFinder, type ResolvedEdits, resolveEdits } from '../../../document/edits/resolve-edits.ts';
import type { PlanDocument, PlanTable } from '../../../document/schema.ts';
import { everyBlock } from '../../../document/walk.ts';
import { draftText } from '../../../fill/draft-text.ts';
import type { EditProblem } from '../../../fill/edit-problems.ts';
import type { Plan } from '../../../model/plan.ts';
import { isOpen } from '../../../model/value.ts';
import { type EditableKind, editBlock } from './block-editor.ts';
import type { Desk } from '../desk.ts';
import { editRow } from './row-editor.ts';

/** One of the plan's tables that the published text shows and that rows can be added to. */
export interface EditableTable {
  readonly name: PlanTableName;
  readonly caption: string;
  readonly columns: PlanTable['columns'];
}

/** A cell of one of the plan's tables. */
type CellPlace = Pick<EditProblem, 'table' | 'row' | 'column'>;

/** The published text with a draft's changes of it. */
export class TextDesk {
  readonly document: PlanDocument;
  readonly plan: Plan;
  readonly places: readonly DocumentPlace[];
  readonly tables: readonly EditableTable[];
  readonly #byKey: ReadonlyMap<string, DocumentPlace>;
  readonly #find: PlaceFinder;
  readonly #desk: Desk;
  readonly #follow: (place: string) => void;

  /** @param follow is given a selector of the place on the pages that is worked on */
  constructor(document: PlanDocument, plan: Plan, desk: Desk, follow: (place: string) => void) {
    this.#follow = follow;
    this.document = document;
    const { places, find } = publishedPlaces(document);
    this.places = places;
    this.#byKey = new Map(this.places.map((place) => [place.key, place]));
    this.#find = find;
    this.plan = plan;
    this.#desk = desk;
    this.tables = editableTables(document);
  }

  /** The document with the draft's changes. */
  get #changed(): ChangedDocument {
    return draftText(this.document, this.plan, this.#desk.draft).changed;
  }

  get edits(): readonly Edit[] {
    return draftText(this.document, this.plan, this.#desk.draft).edits;
  }

  resolved(): ResolvedEdits {
    return resolveEdits(this.edits, this.#find);
  }

  /** The place of a key, or of a part that a change has divided it into. */
  placeOf(key: string): DocumentPlace | undefined {
    return this.#byKey.get(key) ?? this.#byKey.get(placeOf(key));
  }

  make(edit: Edit): void {
    this.#change(changedBy(this.#changed, this.plan, edit));
  }

  #change(changed: ChangedDocument): void {
    this.#desk.endStep();
    this.#desk.change({ kind: 'text', changed });
    // Its pages may take long, and nothing else is done until they are there.
    this.#desk.flush();
  }

  /** Takes back one change; the pages show the place that is again as it was published. */
  takeBack(edit: Edit): void {
    this.#change(takenBack(this.#changed, this.plan, edit));
    const found = 'at' in edit ? this.#find(edit.at) : undefined;
    if (found !== undefined && 'place' in found) this.#followKey(found.place.key);
  }

  #followKey(key: string): void {
    const escaped = CSS.escape(key);
    this.#follow(`[data-block="${escaped}"], [data-block^="${escaped}~"]`);
  }

  omit(place: DocumentPlace): void {
    this.make({ kind: 'omit', at: place.address });
  }

  /**
   * Opens what stands on a page under a key; false where it has no words of its own.
   * @param box where it is on screen
   */
  press(key: string, box: DOMRect): boolean {
    const row = /^@[a-z]+\/\+([^/]+)/.exec(key)?.[1];
    if (row !== undefined) {
      this.openRow(row);
      return true;
    }
    const place = this.placeOf(key);
    if (place === undefined || !isEditable(place.kind)) return false;
    this.open(place, box);
    return true;
  }

  /**
   * Opens the editor of a place; one without words of its own has none.
   * @param box where it is on screen, if the editor is to lie over it
   */
  open(place: DocumentPlace, box?: DOMRect): void {
    const { kind, address, key, text: published } = place;
    if (!isEditable(kind)) return;
    this.#followKey(key);
    const edit = this.resolved().texts.get(key);
    const row = kind === 'cell' ? this.#rowOf(key) : undefined;
    const omitted = kind === 'cell' ? row : place.isTitle === true ? undefined : place;
    const table = row && this.tables.find(({ name }) => row.key.startsWith(planRowKey(name, '')));
    editBlock({
      kind,
      published,
      place: box,
      text: edit?.text ?? published,
      fields: this.plan.fields,
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

  /** The row of a cell; a head that names the columns is none. */
  #rowOf(cell: string): DocumentPlace | undefined {
    return this.#byKey.get(cell.slice(0, cell.lastIndexOf('/')));
  }

  /** Asks for a new row; it is there once it has been filled in. */
  addRow(table: EditableTable, after?: string): void {
    const id = nextRowId(this.edits);
    const row = { kind: 'row' as const, id, table: table.name, cells: {}, ...(after !== undefined && { after }) };
    this.#openRow(table, row, true);
  }

  /** Opens a row that was added. */
  openRow(id: string): void {
    const row = addedRow(this.edits, id);
    const table = this.tables.find(({ name }) => name === row?.table);
    if (row !== undefined && table !== undefined) this.#openRow(table, row);
  }

  /** Opens a cell, or the row that was added, as the finding about it names them. */
  openCell(cell: CellPlace): void {
    const place = this.cellAt(cell);
    if (cell.row.startsWith('+')) this.openRow(cell.row.slice(1));
    else if (place !== undefined) this.open(place);
  }

  /** The published cell of a place; undefined for one of a row that was added. */
  cellAt({ table, row, column }: CellPlace): DocumentPlace | undefined {
    return this.#byKey.get(planCellKey(table, row, column));
  }

  #openRow(table: EditableTable, row: AddedRow, isNew = false): void {
    editRow({
      table: table.caption,
      columns: table.columns.flatMap(({ key, heading }) =>
        key === 'ordinal' ? [] : [{ key, title: editedWords(heading) }],
      ),
      cells: isNew ? undefined : row.cells,
      roles: this.plan.roles.map(({ name }) => name),
      save: (cells) => {
        if (Object.values(cells).every(isOpen)) return;
        this.make({ ...row, cells });
        this.#followKey(planRowKey(table.name, `+${row.id}`));
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
  order(within: string, sections: readonly string[], published: readonly string[], moved: string): void {
    const edit: Ordering = { kind: 'order', within, sections: [...sections] };
    if (sections.every((id, index) => id === published[index])) this.takeBack(edit);
    else this.make(edit);
    this.#followKey(moved);
  }
}

function editableTables({ blocks, tables }: PlanDocument): EditableTable[] {
  const shown = new Set([...everyBlock(blocks)].flatMap((block) => (block.kind === 'part' ? [block.part] : [])));
  return [...shown].flatMap((name): EditableTable[] => {
    if (name === 'schedule' || name === 'signOff' || name === 'reviews') return [];
    const table = tables[name];
    return table === undefined ? [] : [{ name, caption: table.caption, columns: table.columns }];
  });
}

export function isEditable(kind: DocumentPlace['kind']): kind is EditableKind {
  return kind === 'heading' || kind === 'paragraph' || kind === 'item' || kind === 'cell';
}
