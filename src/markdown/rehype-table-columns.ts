import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { sizeColumns } from './table-columns.ts';

/** Gives every table of the prose the widths of its columns; see {@link sizeColumns}. */
export function rehypeTableColumns() {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      if (element.tagName === 'table') sizeColumns(element);
    });
  };
}
