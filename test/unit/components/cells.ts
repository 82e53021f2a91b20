import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

/** Every element of a tag name, in document order. */
export function elements(root: Element, tagName: string): Element[] {
  const found: Element[] = [];
  visit(root, 'element', (element) => {
    if (element.tagName === tagName) found.push(element);
  });
  return found;
}

/** Text of every cell, row by row, the heads first. */
export function cells(table: Element): string[][] {
  return elements(table, 'tr').map((row) =>
    row.children.flatMap((cell) => (cell.type === 'element' ? [toString(cell)] : [])),
  );
}

/** Every element that carries a class. */
export function withClass(root: Element, className: string): Element[] {
  const found: Element[] = [];
  visit(root, 'element', (element) => {
    const { className: classes } = element.properties;
    if (Array.isArray(classes) && classes.includes(className)) found.push(element);
  });
  return found;
}
