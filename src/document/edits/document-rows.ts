import { isPlaced } from '../walk.ts';
import type { EditedRow } from './edited-rows.ts';
import { editedWords } from './edited-words.ts';
import type { PlanTableName } from '../plan-table-names.ts';
import type { PlanDocument, PlanRow } from '../schema.ts';

/** Rows of a table of the plan's data, the total last; undefined where the text does not show it. */
export function documentRows(document: PlanDocument, name: PlanTableName): EditedRow[] | undefined {
  const table = document.tables[name];
  if (table === undefined || !isPlaced(document, name)) return undefined;
  return [...table.rows.map((row) => rowOf(row, false)), ...(table.total ? [rowOf(table.total, true)] : [])];
}

function rowOf({ id, cells }: PlanRow, total: boolean): EditedRow {
  return {
    index: /^\d+$/.test(id) ? Number(id) : undefined,
    key: id,
    total,
    words: (column) => {
      const cell = cells[column];
      return cell && editedWords(cell.content);
    },
    isEdited: (column) => cells[column]?.edited === true,
  };
}
