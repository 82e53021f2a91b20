import type { Element } from 'hast';

/** Whether a cell's total is added up from terms. */
export function isAddedUp(cell: Element): boolean {
  const [sum] = cell.children;
  return sum?.type === 'element' && sum.properties['dataSum'] !== undefined;
}
