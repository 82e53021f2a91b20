import type { Element } from 'hast';
import type { EditedRow } from '../document/edited-rows.ts';
import { childElements, editableText, hasClass } from './block-text.ts';
import { tableRows } from './document-blocks.ts';
import type { PlanTableName } from '../document/plan-table-names.ts';
import { columnKeys, planTableName } from './table-columns.ts';

/** A row of one of the plan's tables as an edited article has it. */
export interface PlanRow extends EditedRow {
  readonly cells: ReadonlyMap<string, Element>;
}

/** Rows of the plan's table of a name, in the document's order; undefined where the document does not show that table. */
export function planRows(article: Element, name: PlanTableName): readonly PlanRow[] | undefined {
  const table = planTable(article, name);
  if (table === undefined) return undefined;
  const keys = columnKeys(table);
  return tableRows(table)
    .slice(1)
    .map((row, at) => {
      const mark = row.properties['dataRow'];
      const key = typeof mark === 'string' ? mark : String(at);
      const cells = new Map(childElements(row).map((cell, column) => [keys[column] ?? `c${column + 1}`, cell]));
      return {
        index: /^\d+$/.test(key) ? Number(key) : undefined,
        key,
        cells,
        total: hasClass(row, 'total'),
        words: (column) => {
          const cell = cells.get(column);
          return cell && editableText(cell.children);
        },
        isEdited: (column) => cells.get(column)?.properties['dataEdited'] !== undefined,
      };
    });
}

/** The element that shows the plan's data of a name. */
export function planTable(element: Element, name: PlanTableName): Element | undefined {
  if (planTableName(element) === name) return element;
  for (const child of childElements(element)) {
    const found = planTable(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
