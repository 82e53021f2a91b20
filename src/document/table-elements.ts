import type { Element, ElementContent } from 'hast';
import { h } from '../model/element.ts';
import { sizeColumns } from '../markdown/table-columns.ts';
import type { Field } from '../model/field.ts';
import { contentElements } from './content-elements.ts';
import type { PlanTableName } from './plan-table-names.ts';
import type { Block, BlockOf, Content, PlanTable } from './schema.ts';

type Column = PlanTable['columns'][number];

/**
 * A table of the plan's data with caption, column heads and row heads. Every cell carries its column's class, not only the
 * `<col>`: style sheets set cells by it, and a table that goes on overleaf has another column group there.
 */
export function planTableElement(name: PlanTableName, table: PlanTable, fields: readonly Field[]): Element {
  const { caption, columns, rows, total } = table;
  const row = ({ cells }: PlanTable['rows'][number], className?: string): Element =>
    h(
      'tr',
      className === undefined ? {} : { className: [className] },
      columns.map((column) => cellElement(column, cells[column.key]?.content ?? [], fields)),
    );
  const element = h('table', { className: ['plan-table', `plan-table-${name}`] }, [
    h('caption', caption),
    h('thead', [
      h(
        'tr',
        columns.map((column) =>
          h('th', { scope: 'col', className: classesOf(column) }, contentElements(column.heading, fields)),
        ),
      ),
    ]),
    h('tbody', [...rows.map((one) => row(one)), ...(total === undefined ? [] : [row(total, 'total')])]),
  ]);
  sizeColumns(element);
  return element;
}

function cellElement(column: Column, content: Content, fields: readonly Field[]): Element {
  const className = classesOf(column);
  const elements = column.key === 'with' ? listed(content, fields) : contentElements(content, fields);
  return column.kind === 'header' ? h('th', { scope: 'row', className }, elements) : h('td', { className }, elements);
}

/** Several roles in a row, each with the mark behind it in a box of its own, so that a person stays with their role. */
function listed(content: Content, fields: readonly Field[]): ElementContent[] {
  return content.flatMap((inline, index): ElementContent[] => {
    if (inline.kind === 'text' && content[index - 1]?.kind === 'role') return [];
    if (inline.kind !== 'role') return contentElements([inline], fields);
    const behind = content[index + 1];
    const box = behind?.kind === 'text' ? [inline, behind] : [inline];
    return [h('span', { className: ['listed'] }, contentElements(box, fields))];
  });
}

/** `grade-2` is the second column of the class `grade`. */
function classesOf({ key, kind }: Column): string[] {
  const name = `col-${key.replace(/-\d+$/, '')}`;
  return kind === 'figure' ? [name, 'figure'] : [name];
}

/** Shares of a table's width that its columns were given; they add up to 1. Without them all have the same. */
export function columnShares(table: Element, count: number): number[] {
  const group = table.children.find((child) => child.type === 'element' && child.tagName === 'colgroup');
  const widths =
    group?.type !== 'element'
      ? []
      : group.children.map((col) => (col.type === 'element' ? parseFloat(String(col.properties['width'])) : NaN));
  const sum = widths.reduce((a, b) => a + b, 0);
  if (widths.length === count && sum > 0) return widths.map((width) => width / sum);
  return Array.from({ length: count }, () => 1 / count);
}

/** A table of the prose, for its columns to be measured. */
export function proseTableElement({ rows }: BlockOf<'table'>, fields: readonly Field[]): Element {
  const element = h(
    'table',
    rows.map(({ cells }) =>
      h(
        'tr',
        cells.map(({ header, colspan, rowspan, blocks }) =>
          h(
            header === undefined ? 'td' : 'th',
            { colSpan: colspan ?? null, rowSpan: rowspan ?? null, scope: header === 'column' ? 'col' : null },
            blocks.flatMap((block) => cellBlock(block, fields)),
          ),
        ),
      ),
    ),
  );
  sizeColumns(element);
  return element;
}

function cellBlock(block: Block, fields: readonly Field[]): ElementContent[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph': {
      const content = contentElements(block.content, fields);
      return block.kind === 'paragraph' && block.bare ? content : [h('p', content)];
    }
    case 'list':
      return block.items.map(({ blocks }) =>
        h(
          'li',
          blocks.flatMap((inner) => cellBlock(inner, fields)),
        ),
      );
    case 'code':
      return [h('p', block.text)];
    case 'figure':
    case 'quote':
    case 'group':
      return block.blocks.flatMap((inner) => cellBlock(inner, fields));
    default:
      return [];
  }
}
