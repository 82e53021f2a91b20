import type { List, ListItem, Nodes, Table } from 'mdast';
import { attributeOf } from '../../markdown/allowed-markup.ts';
import { type Jsx, elementsIn, keptAttributesOf } from './prose-elements.ts';
import type { Block, TableCell, TableRow } from '../schema.ts';

/** Reads what is in a cell. */
type ReadCell = (id: string, nodes: readonly Nodes[]) => Block[];

/** Rows of a table in Markdown. */
export function tableRows({ align, children }: Table, id: string, read: ReadCell): TableRow[] {
  return children.map((row, at): TableRow => {
    const inHead = at === 0;
    const place = inHead ? `${id}/h` : `${id}/r${at}`;
    // As many as the rule below the head has: a row that is written with fewer is filled up.
    const cells = (align ?? row.children.map(() => null)).map((side, column): TableCell => {
      const key = `c${column + 1}`;
      return {
        key,
        ...(inHead && { header: 'column' as const }),
        ...sideOf(side),
        blocks: read(`${place}/${key}`, row.children[column]?.children ?? []),
      };
    });
    return { id: place, part: inHead ? 'head' : 'body', cells };
  });
}

/** Rows of a table in HTML; its first row, in whatever part, names the columns. */
export function htmlTableRows(table: Jsx, id: string, read: ReadCell): TableRow[] {
  const rows = elementsIn(table).flatMap((part): (readonly [TableRow['part'], Jsx])[] => {
    if (part.name === 'tr') return [['body', part]];
    const name = /^t(head|body|foot)$/.exec(part.name ?? '')?.[1] as TableRow['part'] | undefined;
    return name === undefined ? [] : elementsIn(part).map((row) => [name, row] as const);
  });
  return rows.map(([part, row], at): TableRow => {
    const cells = elementsIn(row);
    const inHead = cells.length > 0 && cells.every((cell) => attributeOf(cell, 'scope') === 'col');
    const place = inHead ? `${id}/h` : `${id}/r${at}`;
    return { id: place, part, cells: cells.map((cell, column) => htmlCell(cell, `c${column + 1}`, place, read)) };
  });
}

function htmlCell(cell: Jsx, key: string, row: string, read: ReadCell): TableCell {
  const scope = attributeOf(cell, 'scope');
  const colspan = spanOf(cell, 'colspan');
  const rowspan = spanOf(cell, 'rowspan');
  return {
    key,
    ...keptAttributesOf(cell),
    ...headerOf(cell.name, scope),
    ...sideOf(attributeOf(cell, 'align')),
    ...(colspan !== undefined && { colspan }),
    ...(rowspan !== undefined && { rowspan }),
    blocks: read(`${row}/${key}`, cell.children),
  };
}

function headerOf(name: string | null, scope: string | undefined): Pick<TableCell, 'header'> {
  if (scope === 'col') return { header: 'column' };
  if (scope === 'row') return { header: 'row' };
  return name === 'th' ? { header: 'auto' } : {};
}

/** How far a cell reaches, where that is said. */
function spanOf(cell: Jsx, name: string): number | undefined {
  const given = Number(attributeOf(cell, name) ?? NaN);
  return Number.isInteger(given) && given >= 0 ? given : undefined;
}

function sideOf(side: string | null | undefined): Pick<TableCell, 'align'> {
  return side === 'left' || side === 'center' || side === 'right' ? { align: side } : {};
}

/** Whether the items of a list stand apart, each with paragraphs of its own. */
export function isLoose(list: List): boolean {
  return list.spread === true || list.children.some((item: ListItem) => item.spread ?? item.children.length > 1);
}
