import type { Element, ElementContent } from 'hast';
import { h } from '../model/element.ts';
import { sizeColumns } from '../markdown/table-columns.ts';
import type { PlanTableName } from '../document/plan-table-names.ts';
import type { Content, PlanCell, PlanRow, PlanTable } from '../document/schema.ts';

type Column = PlanTable['columns'][number];
type Inline = (content: Content) => ElementContent[];
type Mark = Readonly<Record<string, string>>;

/** What rows and cells carry beside their content. */
export interface TableMarks {
  readonly row: (row: string) => Mark;
  readonly cell: (row: string, column: string, edited: boolean | undefined) => Mark;
}

const noMarks: TableMarks = { row: () => ({}), cell: () => ({}) };

/**
 * A table of the plan's data with caption, column heads and row heads. Every cell carries its column's class, not only the
 * `<col>`: style sheets set cells by it, and a table that goes on overleaf has another column group there.
 */
export function planTableElement(
  name: PlanTableName,
  { caption, columns, rows, total }: PlanTable,
  inline: Inline,
  marks: TableMarks = noMarks,
): Element {
  const row = ({ id, cells }: PlanRow, className: string[] | null = null): Element =>
    h(
      'tr',
      { className, ...marks.row(id) },
      columns.map((column) => {
        const cell = cells[column.key];
        return cellElement(column, cell, inline, marks.cell(id, column.key, cell?.edited));
      }),
    );
  const element = h('table', { className: ['plan-table', `plan-table-${name}`] }, [
    h('caption', caption),
    h('thead', [
      h(
        'tr',
        columns.map((column) => {
          const mark = marks.cell('head', column.key, column.edited);
          return h('th', { scope: 'col', className: classesOf(column), ...mark }, inline(column.heading));
        }),
      ),
    ]),
    h('tbody', [...rows.map((one) => row(one)), ...(total === undefined ? [] : [row(total, ['total'])])]),
  ]);
  sizeColumns(element);
  return element;
}

function cellElement(column: Column, cell: PlanCell | undefined, inline: Inline, mark: Mark): Element {
  const content = cell?.content ?? [];
  const className = classesOf(column);
  const elements = column.key === 'with' ? listed(content, inline) : inline(content);
  return column.kind === 'header'
    ? h('th', { scope: 'row', className, ...mark }, elements)
    : h('td', { className, ...mark }, elements);
}

/** Several roles in a row, each with the mark behind it in a box of its own, so that a person stays with their role. */
function listed(content: Content, inline: Inline): ElementContent[] {
  return content.flatMap((one, index): ElementContent[] => {
    if (one.kind === 'text' && content[index - 1]?.kind === 'role') return [];
    if (one.kind !== 'role') return inline([one]);
    const behind = content[index + 1];
    const box = behind?.kind === 'text' ? [one, behind] : [one];
    return [h('span', { className: ['listed'] }, inline(box))];
  });
}

/** `grade-2` is the second column of the class `grade`. */
function classesOf({ key, kind }: Column): string[] {
  const name = `col-${key.replace(/-\d+$/, '')}`;
  return kind === 'figure' ? [name, 'figure'] : [name];
}
