import type { Element } from 'hast';
import { type PlanTableName, planTableNames } from '../document/plan-table-names.ts';
import { childElements } from './block-text.ts';

/** Which of the plan's tables an element is, by its class `plan-table-<name>`; undefined for any other one. */
export function planTableName(element: Element): PlanTableName | undefined {
  const { className } = element.properties;
  if (element.tagName !== 'table' || !Array.isArray(className)) return undefined;
  return planTableNames.find((name) => className.includes(`plan-table-${name}`));
}

/**
 * A table's columns by name: that of the class `col-<name>` of its head cells, `grade` and `grade-2` where two share it,
 * and `c1`, `c2` … in a table of the prose.
 */
export function columnKeys(table: Element): string[] {
  const taken = new Map<string, number>();
  return headCells(table).map((cell, index) => {
    const stem = columnClass(cell)?.slice('col-'.length);
    if (stem === undefined) return `c${index + 1}`;
    const use = (taken.get(stem) ?? 0) + 1;
    taken.set(stem, use);
    return use === 1 ? stem : `${stem}-${use}`;
  });
}

/** Cells of a table's first row. */
export function headCells(table: Element): Element[] {
  for (const part of childElements(table)) {
    if (part.tagName === 'tr') return childElements(part);
    const [row] = /^t(?:head|body)$/.test(part.tagName) ? childElements(part) : [];
    if (row !== undefined) return childElements(row);
  }
  return [];
}

function columnClass({ properties: { className } }: Element): string | undefined {
  if (!Array.isArray(className)) return undefined;
  return className.map(String).find((name) => name.startsWith('col-'));
}
