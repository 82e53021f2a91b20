import type { Element, ElementContent } from 'hast';
import { sizeColumns } from '../markdown/table-columns.ts';
import { h } from '../model/element.ts';

/** One column of a plan's table. */
interface Column<Row> {
  /** Class stem of its cells, `col-<name>`. */
  readonly name: string;
  readonly heading: string;
  /** `header` names the row, `figure` is set as a number. */
  readonly kind?: 'header' | 'figure';
  /** Content of a cell; none at all where the row has nothing to say. */
  readonly cell: (row: Row, index: number) => readonly ElementContent[];
}

export interface PlanTable<Row> {
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Last row, that sums up, by column name. Columns named here stay, even when their other cells are all empty. */
  readonly total?: Readonly<Record<string, readonly ElementContent[]>>;
}

/**
 * A table with caption, column heads and row heads. A column that is empty in every row is left out. Every cell
 * carries its column's class, not only the `<col>`: style sheets set cells by it, and a table that goes on overleaf has
 * another column group there.
 */
export function planTable<Row>({ name, caption, columns, rows, total }: PlanTable<Row>): Element {
  const cells = rows.map((row, index) => columns.map((column) => column.cell(row, index)));
  const shown = columns
    .map((column, index) => ({ column, index }))
    .filter(({ column, index }) => total?.[column.name] !== undefined || cells.some((row) => row[index]?.length));
  const table = h('table', { className: ['plan-table', `plan-table-${name}`] }, [
    h('caption', caption),
    h('thead', [
      h(
        'tr',
        shown.map(({ column }) => h('th', { scope: 'col', className: classesOf(column) }, column.heading)),
      ),
    ]),
    h('tbody', [
      ...cells.map((row) => bodyRow(shown.map(({ column, index }) => bodyCell(column, row[index] ?? [])))),
      ...(total === undefined
        ? []
        : [
            bodyRow(
              shown.map(({ column }) => bodyCell(column, total[column.name] ?? [])),
              'total',
            ),
          ]),
    ]),
  ]);
  sizeColumns(table);
  return table;
}

function bodyRow(cells: Element[], className?: string): Element {
  return h('tr', className === undefined ? {} : { className: [className] }, cells);
}

function bodyCell<Row>(column: Column<Row>, content: readonly ElementContent[]): Element {
  const className = classesOf(column);
  return column.kind === 'header'
    ? h('th', { scope: 'row', className }, [...content])
    : h('td', { className }, [...content]);
}

function classesOf<Row>({ name, kind }: Column<Row>): string[] {
  return kind === 'figure' ? [`col-${name}`, 'figure'] : [`col-${name}`];
}

/** A cell with plain words; none where there are none. */
export function words(text: string | undefined): ElementContent[] {
  return text === undefined || text === '' ? [] : [{ type: 'text', value: text }];
}
