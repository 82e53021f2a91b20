import type { Root } from 'hast';
import { visit, SKIP } from 'unist-util-visit';
import { sizeColumns } from './table-columns.ts';

/** Gives every table of the prose the widths of its columns; see {@link sizeColumns}. */
export function rehypeTableColumns() {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      if (element.tagName === 'table') sizeColumns(element);
    });
  };
}

/**
 * Says of each head cell of a Markdown table that it heads its column, so that a screen reader and a tagged PDF know.
 *
 * ```html
 * <thead><tr><th>指标</th></tr></thead> → <thead><tr><th scope="col">指标</th></tr></thead>
 * ```
 */
export function rehypeTableScope() {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      if (element.tagName === 'th') element.properties['scope'] ??= 'col';
      return element.tagName === 'svg' ? SKIP : undefined;
    });
  };
}
