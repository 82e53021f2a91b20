import type { Element, ElementContent } from 'hast';
import { h } from '../model/element.ts';
import type { Plan } from '../model/plan.ts';
import type { AddedRow } from '../document/edit.ts';
import { editedContent } from './edited-content.ts';
import { isFigureColumn, typedCell } from '../document/edit-text.ts';
import { roleLabels } from '../document/role-label.ts';
import { columnKeys, headCells } from './table-columns.ts';
import { timeLabel } from '../document/time-label.ts';

/**
 * What a writer put into a cell of one of the plan's tables, with the marks that the table's own cells have: roles, so
 * that names can be put to them, and times, so that they become dates.
 */
export function cellContent(
  column: string,
  text: string,
  plan: Plan,
  footnotes?: ReadonlyMap<string, Element>,
): ElementContent[] {
  const typed = typedCell(column, text, plan);
  if (typed === undefined)
    return editedContent(text, plan.fields, footnotes, { unit: isFigureColumn(column) ? 'without' : 'with' });
  return 'timing' in typed ? timeLabel(typed.timing) : roleLabels(typed.roles);
}

/** The row of the table that a writer added, in the columns that the table has. */
export function addedRowElement(table: Element, { id, cells }: AddedRow, plan: Plan): Element {
  const heads = headCells(table);
  const row = columnKeys(table).map((key, index) => {
    const head = heads[index];
    const { className } = head?.properties ?? {};
    const content = cellContent(key, cells[key] ?? '', plan);
    const named = key === 'name' || key === 'item' || key === 'risk';
    return named ? h('th', { scope: 'row', className }, content) : h('td', { className }, content);
  });
  return h('tr', { dataRow: `+${id}`, dataEdited: '' }, row);
}

/** Columns that a row names and its table does not have. */
export function foreignColumns(table: Element, { cells }: AddedRow): string[] {
  const keys = new Set(columnKeys(table));
  return Object.keys(cells).filter((key) => !keys.has(key) && cells[key] !== '');
}
