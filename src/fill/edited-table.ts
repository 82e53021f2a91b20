import type { Element, ElementContent } from 'hast';
import type { BudgetTerm } from '../model/budget-sum.ts';
import { isTotalLine, termOf } from '../model/budget-term.ts';
import type { Plan } from '../model/plan.ts';
import { equalsSum, followedTotal } from '../document/budget-total.ts';
import { sumElement } from '../document/content-elements.ts';
import { childElements, editableText, hasClass } from './block-text.ts';
import type { Changes } from './changes.ts';
import type { AddedRow, Edit } from '../document/edit.ts';
import { addedRowElement, foreignColumns } from './plan-rows.ts';
import { columnKeys, planTableName } from './table-columns.ts';

/** Whether a cell's total is added up from terms. */
function isAddedUp(cell: Element): boolean {
  const [sum] = cell.children;
  return sum?.type === 'element' && sum.properties['dataSum'] !== undefined;
}

type EditWords = (cell: Element, text: string, column?: string) => Element;

/** A table with its edits made; none at all once every row is left out. */
export function editedTable(table: Element, changes: Changes, words: EditWords): ElementContent[] {
  const name = planTableName(table);
  const keys = columnKeys(table);
  const added = changes.rows.filter((row) => row.table === name);
  for (const edit of added) if (foreignColumns(table, edit).length > 0) changes.conflict({ edit, reason: 'column' });
  let index = 0;
  const row = (element: Element): Element => {
    const mark = name === undefined || hasClass(element, 'total') ? {} : { dataRow: String(index++) };
    return {
      ...element,
      properties: { ...element.properties, ...mark },
      children: cellsOf(element, keys, changes, words, name !== undefined),
    };
  };
  const parts = childElements(table).map((part): Element => {
    if (part.tagName === 'thead') return headOf(part, keys, changes, words);
    if (!/^t(?:body|foot)$/.test(part.tagName)) return part;
    const rows = childElements(part).map((element) => ({ element, edited: row(element) }));
    return { ...part, children: withAdded(rows, table, part.tagName === 'tbody' ? added : [], changes) };
  });
  const body = parts.flatMap((part) => (part.tagName === 'tbody' ? childElements(part) : []));
  if (body.every((element) => hasClass(element, 'total')) && childElements(table).some(hasRows)) return [];
  const result = { ...table, children: parts };
  return [
    name === undefined
      ? result
      : renumberedTable(
          result,
          keys,
          body.filter((element) => !hasClass(element, 'total')).length !== index || added.length > 0,
          added[0] ?? editOfAmounts(table, keys, changes),
          changes,
        ),
  ];
}

function hasRows(part: Element): boolean {
  return part.tagName === 'tbody' && part.children.length > 0;
}

function headOf(head: Element, keys: readonly string[], changes: Changes, words: EditWords): Element {
  const rows = childElements(head).map((row) => ({ ...row, children: cellsOf(row, keys, changes, words, false) }));
  return { ...head, children: rows };
}

function cellsOf(row: Element, keys: readonly string[], changes: Changes, words: EditWords, typed: boolean): Element[] {
  return childElements(row).map((cell, column) => {
    const text = changes.texts.get(cell);
    if (text === undefined) return cell;
    return words(cell, text, typed ? keys[column] : undefined);
  });
}

/** The rows that stay, each followed by those that were added behind it; the rest comes last, before the total. */
function withAdded(
  rows: readonly { readonly element: Element; readonly edited: Element }[],
  table: Element,
  added: readonly AddedRow[],
  { plan, omitted, find }: Changes,
): Element[] {
  const placed: { readonly key: Element | string; readonly row: Element }[] = rows
    .filter(({ element }) => !omitted.has(element))
    .map(({ element, edited }) => ({ key: element, row: edited }));
  const lastAt = (): number => {
    const total = placed.findIndex(({ row }) => hasClass(row, 'total'));
    return total === -1 ? placed.length : total;
  };
  for (const edit of added) {
    const key = edit.after === undefined ? undefined : (find(edit.after) ?? edit.after);
    const before = placed.findIndex((entry) => entry.key === key);
    const row = addedRowElement(table, edit, plan);
    // What is added up stands above the total, also where the total is named as the row above.
    placed.splice(before === -1 ? lastAt() : Math.min(before + 1, lastAt()), 0, { key: edit.id, row });
  }
  return placed.map(({ row }) => row);
}

/** The first edit that leaves out one of a table's rows or changes its amount. */
function editOfAmounts(table: Element, keys: readonly string[], { edits }: Changes): Edit | undefined {
  const rows = childElements(table).flatMap((part) => (part.tagName === 'tbody' ? childElements(part) : []));
  return rows
    .filter((row) => !hasClass(row, 'total'))
    .flatMap((row) => [row, ...childElements(row).filter((_, column) => keys[column] === 'amount')])
    .flatMap((element) => edits.get(element) ?? [])[0];
}

/** Ordinals counted anew, and the terms of a total that is added up. `edit` is one that the total has to follow. */
function renumberedTable(
  table: Element,
  keys: readonly string[],
  rowsChanged: boolean,
  edit: Edit | undefined,
  { conflict, plan }: Changes,
): Element {
  const ordinal = keys.indexOf('ordinal');
  const amount = keys.indexOf('amount');
  let count = 0;
  const item = keys.indexOf('item');
  const unit = plan.budget?.unit ?? '';
  const terms: BudgetTerm[] = [];
  let changed = rowsChanged;
  const unfollowed = (): void => {
    if (edit !== undefined) conflict({ edit, reason: 'total' });
  };
  const parts = childElements(table).map((part): Element => {
    if (part.tagName !== 'tbody') return part;
    const rows = childElements(part).map((row): Element => {
      const cells = childElements(row);
      if (hasClass(row, 'total')) return changed ? withTerms(row, amount, terms, plan, unfollowed) : row;
      count += 1;
      if (!isTotalLine(textOf(cells[item]))) terms.push(termOf(textOf(cells[amount]), unit));
      changed ||= cells[amount]?.properties['dataEdited'] !== undefined;
      const numbered = cells.map((cell, column) =>
        column === ordinal ? { ...cell, children: [{ type: 'text' as const, value: String(count) }] } : cell,
      );
      return { ...row, children: numbered };
    });
    return { ...part, children: rows };
  });
  return { ...table, children: parts };
}

function textOf(cell: Element | undefined): string {
  return cell === undefined ? '' : editableText(cell.children);
}

/** Gives the total its new terms. One that does not follow the rows and has another sum is reported. */
function withTerms(
  row: Element,
  amount: number,
  terms: readonly BudgetTerm[],
  plan: Plan,
  unfollowed: () => void,
): Element {
  const unit = plan.budget?.unit ?? '';
  const cells = childElements(row).map((cell, column): Element => {
    if (column !== amount) return cell;
    const followed = cell.properties['dataEdited'] === undefined ? followedTotal(plan) : undefined;
    if (isAddedUp(cell) || followed === 'lines') return { ...cell, children: [sumElement(terms, unit)] };
    if (followed === undefined && !equalsSum(terms, termOf(textOf(cell), unit), unit)) unfollowed();
    return cell;
  });
  return { ...row, children: cells };
}
