import type { ElementContent } from 'hast';

/** Shares of a table's width that its columns were given; they add up to 1. Without them all have the same. */
export function columnShares(table: ElementContent | undefined, count: number): number[] {
  const children = table?.type === 'element' ? table.children : [];
  const group = children.find((child) => child.type === 'element' && child.tagName === 'colgroup');
  const widths =
    group?.type !== 'element'
      ? []
      : group.children.map((col) => (col.type === 'element' ? parseFloat(String(col.properties['width'])) : NaN));
  const sum = widths.reduce((a, b) => a + b, 0);
  if (widths.length === count && sum > 0) return widths.map((width) => width / sum);
  return Array.from({ length: count }, () => 1 / count);
}
