import type { BudgetTerm } from '../../model/budget-sum.ts';
import { isTotalLine, termOf } from '../../model/budget-term.ts';
import type { Plan } from '../../model/plan.ts';
import { equalsSum, followedTotal } from './budget-total.ts';
import { words } from '../content.ts';
import { planCellKey, planRowKey } from './document-places.ts';
import type { AddedRow, Edit, Omission, TextEdit } from './edit.ts';
import { editedCell, editedContent } from './edited-content.ts';
import { editedWords } from './edited-words.ts';
import type { PlanTableName } from '../plan-table-names.ts';
import type { EditConflict } from './resolve-edits.ts';
import type { PlanCell, PlanRow, PlanTable } from '../schema.ts';

/** What is done to the places of a document. */
export interface Changes {
  readonly plan: Plan;
  /** By key of the place. */
  readonly texts: ReadonlyMap<string, TextEdit>;
  readonly omitted: ReadonlyMap<string, Omission>;
  readonly rows: readonly AddedRow[];
  /** Key of the place that an address leads to. */
  readonly find: (address: string) => string | undefined;
  readonly conflict: (conflict: EditConflict) => void;
}

/** A table of the plan's data with its edits made; undefined once every row is left out. */
export function editedPlanTable(name: PlanTableName, table: PlanTable, changes: Changes): PlanTable | undefined {
  const { texts, omitted, plan } = changes;
  const added = changes.rows.filter((row) => row.table === name);
  for (const edit of added) if (hasForeignColumn(table, edit)) changes.conflict({ edit, reason: 'column' });
  const columns = table.columns.map((column) => {
    const edit = texts.get(planCellKey(name, 'head', column.key));
    return edit === undefined ? column : { ...column, heading: editedContent(edit.text), edited: true as const };
  });
  const editedRow = (row: PlanRow): PlanRow => ({
    ...row,
    cells: Object.fromEntries(
      Object.entries(row.cells).map(([key, cell]) => [
        key,
        withWords(cell, key, texts.get(planCellKey(name, row.id, key)), plan),
      ]),
    ),
  });
  const stays = (row: PlanRow): boolean => !omitted.has(planRowKey(name, row.id));
  const kept = table.rows.filter(stays).map(editedRow);
  const rows = withAdded(name, kept, added, changes, columns);
  if (rows.length === 0 && table.rows.length > 0) return undefined;
  const total = table.total !== undefined && stays(table.total) ? editedRow(table.total) : undefined;
  const changed = kept.length !== table.rows.length || added.length > 0 || rows.some((row) => isEdited(row, 'amount'));
  const numbered = rows.map((row, index) => withOrdinal(row, index + 1));
  const follows = (given: PlanRow): PlanRow =>
    changed ? followingTotal(given, rows, added[0] ?? editOfAmounts(name, table, changes), changes) : given;
  return { caption: table.caption, columns, rows: numbered, ...(total && { total: follows(total) }) };
}

function withWords(cell: PlanCell, key: string, edit: TextEdit | undefined, plan: Plan): PlanCell {
  return edit === undefined ? cell : { content: editedCell(key, edit.text, plan), edited: true };
}

function isEdited({ cells }: PlanRow, column: string): boolean {
  return cells[column]?.edited === true;
}

/** Whether a row names a column that its table does not have. */
function hasForeignColumn({ columns }: PlanTable, { cells }: AddedRow): boolean {
  return Object.keys(cells).some((key) => cells[key] !== '' && columns.every((column) => column.key !== key));
}

/** The rows that stay, each followed by those that were added behind it; the rest comes last. */
function withAdded(
  name: PlanTableName,
  kept: readonly PlanRow[],
  added: readonly AddedRow[],
  { plan, find }: Changes,
  columns: PlanTable['columns'],
): PlanRow[] {
  const placed = kept.map((row) => ({ key: planRowKey(name, row.id), row }));
  for (const { id, after, cells } of added) {
    const key = after === undefined ? undefined : (find(after) ?? after);
    const before = placed.findIndex((entry) => entry.key === key);
    const content = columns.map((column): [string, PlanCell] => [
      column.key,
      { content: editedCell(column.key, cells[column.key] ?? '', plan) },
    ]);
    const row = { id: `+${id}`, cells: Object.fromEntries(content) };
    placed.splice(before === -1 ? placed.length : before + 1, 0, { key: id, row });
  }
  return placed.map(({ row }) => row);
}

function withOrdinal(row: PlanRow, ordinal: number): PlanRow {
  const cell = row.cells['ordinal'];
  if (cell === undefined) return row;
  return { ...row, cells: { ...row.cells, ordinal: { ...cell, content: words(String(ordinal)) } } };
}

/** The first edit that leaves out one of a table's rows or changes its amount. */
function editOfAmounts(name: PlanTableName, { rows }: PlanTable, { texts, omitted }: Changes): Edit | undefined {
  for (const { id } of rows) {
    const edit = omitted.get(planRowKey(name, id)) ?? texts.get(planCellKey(name, id, 'amount'));
    if (edit !== undefined) return edit;
  }
  return undefined;
}

/**
 * Gives the total its new terms. One that does not follow the rows and has another sum is reported.
 * @param edit one that the total has to follow
 */
function followingTotal(total: PlanRow, rows: readonly PlanRow[], edit: Edit | undefined, changes: Changes): PlanRow {
  const { plan, conflict } = changes;
  const unit = plan.budget?.unit ?? '';
  const textOf = ({ cells }: PlanRow, key: string): string => editedWords(cells[key]?.content ?? []);
  const cell = total.cells['amount'];
  if (cell === undefined) return total;
  const terms: BudgetTerm[] = rows
    .filter((row) => !isTotalLine(textOf(row, 'item')))
    .map((row) => termOf(textOf(row, 'amount'), unit));
  const followed = cell.edited === true ? undefined : followedTotal(plan);
  if (cell.content[0]?.kind === 'sum' || followed === 'lines') {
    const content: PlanCell['content'] = [{ kind: 'sum', terms, unit }];
    return { ...total, cells: { ...total.cells, amount: { ...cell, content } } };
  }
  const differs = followed === undefined && !equalsSum(terms, termOf(textOf(total, 'amount'), unit), unit);
  if (differs && edit !== undefined) conflict({ edit, reason: 'total' });
  return total;
}
