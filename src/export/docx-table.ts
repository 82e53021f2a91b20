import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { type Inline, type TableBlock, type TableCell as Cell, inlineText } from './blocks.ts';
import { textWidth as lineWidth } from '../markdown/text-measure.ts';
import { type LinkIds, runs } from './docx-inline.ts';
import { tableEm, textWidth } from './docx-styles.ts';
import { scheduleSigns } from './schedule-grid.ts';

const border = { style: BorderStyle.SINGLE, size: 4, color: '7F7F7F' };
const borders = { top: border, bottom: border, left: border, right: border };
const headFill = { type: ShadingType.CLEAR, color: 'auto', fill: 'EDEDED' };
const markFill = { type: ShadingType.CLEAR, color: 'auto', fill: 'D9E2EC' };
/** Space left and right of a cell's text, in twips. */
const cellMargin = 70;

/** A table as wide as the text, whose head comes again on every page and whose rows stay whole where they fit a page. */
export function wordTable({ head, rows, shares }: TableBlock, linkId: LinkIds): Table {
  const widths = shares.map((share) => Math.floor(share * textWidth));
  const cell = (content: Cell, index: number, inHead: boolean): TableCell =>
    wordCell(content, widths[index] ?? 0, inHead, linkId);
  return new Table({
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: cellMargin, right: cellMargin },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((content, index) => cell(content, index, true)),
      }),
      ...rows.map(
        ({ cells }) =>
          new TableRow({
            cantSplit: fitsPage(cells, widths),
            children: cells.map((content, index) => cell(content, index, false)),
          }),
      ),
    ],
  });
}

/** Word cuts off what is beyond the page of a row that may not break. */
function fitsPage(cells: readonly Cell[], widths: readonly number[]): boolean {
  return cells.every(({ content }, index) => {
    const room = Math.max(1, ((widths[index] ?? 0) - cellMargin * 2) / tableEm);
    const lines = inlineText(content)
      .split('\n')
      .reduce((sum, line) => sum + Math.ceil(lineWidth(line) / room), 0);
    return lines <= 25;
  });
}

/** @param columns that it reaches over */
function wordCell(
  { content, align, header }: Cell,
  width: number,
  inHead: boolean,
  linkId: LinkIds,
  columns = 1,
): TableCell {
  const sign = inlineText(content);
  const marked = !inHead && align === 'center' && Object.values(scheduleSigns).some((known) => known === sign);
  const alignment =
    inHead || align === 'center' ? AlignmentType.CENTER : align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(columns > 1 && { columnSpan: columns }),
    borders,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(inHead && { shading: headFill }),
    ...(marked && { shading: markFill }),
    children: [
      new Paragraph({
        style: 'PlanCell',
        alignment,
        keepNext: inHead,
        children: runs(content, linkId, inHead || header === true ? { bold: true } : {}),
      }),
    ],
  });
}

/** Facts of the title block, two a line, as a table with terms and what they say. */
export function factsTable(
  facts: readonly { readonly term: readonly Inline[]; readonly content: readonly Inline[] }[],
  linkId: LinkIds,
): Table {
  const widths = [1100, 3435, 1100, 3436];
  const cells = facts.flatMap(({ term, content }) => [
    { content: term, align: 'center' as const, header: true as const },
    { content },
  ]);
  const rows = Array.from({ length: Math.ceil(cells.length / 4) }, (_, row) => cells.slice(row * 4, row * 4 + 4));
  // A fact that has its line to itself has the whole width.
  const alone = widths.slice(1).reduce((a, b) => a + b, 0);
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: cellMargin, right: cellMargin },
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map((content, index) =>
            row.length === 2 && index === 1
              ? wordCell(content, alone, false, linkId, 3)
              : wordCell(content, widths[index] ?? 0, false, linkId),
          ),
        }),
    ),
  });
}
