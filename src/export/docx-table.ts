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
import { type WordPart, runs } from './docx-inline.ts';
import { cellStyles, tableEm, textWidth } from './docx-styles.ts';
import { scheduleSigns } from './schedule-table.ts';

const border = { style: BorderStyle.SINGLE, size: 4, color: '7F7F7F' };
/** Stated once per table: repeated in each cell, they would be most of the document. */
const borders = {
  top: border,
  bottom: border,
  left: border,
  right: border,
  insideHorizontal: border,
  insideVertical: border,
};
const headFill = { type: ShadingType.CLEAR, color: 'auto', fill: 'EDEDED' };
const markFill = { type: ShadingType.CLEAR, color: 'auto', fill: 'D9E2EC' };
/** Space left and right of a cell's text, in twips. */
const cellMargin = 70;

/** A table as wide as the text, whose head comes again on every page and whose rows stay whole where they fit a page. */
export function wordTable(table: TableBlock, part: WordPart): Table {
  const { head, rows } = table;
  const widths = columnWidths(table);
  const repeated = new Map<string, TableCell>();
  const cell = (content: Cell, index: number, inHead: boolean): TableCell => {
    const width = widths[index] ?? 0;
    const key = inHead ? undefined : repeatedKey(content, width);
    if (key === undefined) return wordCell(content, width, inHead, part);
    const known = repeated.get(key) ?? new RepeatedCell(cellOptions(content, width, false, part));
    repeated.set(key, known);
    return known;
  };
  return new Table({
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders,
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

/** Room beside a head's text, for what a rounded character is wider than it should be, in twips. */
const spare = 10;

/**
 * Widths of the columns in twips: their shares, but a head that would break for want of less than half a character gets
 * that from the widest column.
 */
export function columnWidths({ head, shares }: Pick<TableBlock, 'head' | 'shares'>): number[] {
  const widths = shares.map((share) => Math.floor(share * textWidth));
  head.forEach(({ content }, index) => {
    const needed = Math.ceil(lineWidth(inlineText(content)) * tableEm) + 2 * cellMargin + spare;
    const lacking = needed - (widths[index] ?? needed);
    const widest = widths.indexOf(Math.max(...widths));
    if (lacking <= 0 || lacking > tableEm / 2 || widest === index) return;
    widths[index] = needed;
    widths[widest] = (widths[widest] ?? 0) - lacking;
  });
  return widths;
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

/** A cell that stands in a table many times over, written out once. */
class RepeatedCell extends TableCell {
  #written: ReturnType<TableCell['prepForXml']>;

  override prepForXml(context: Parameters<TableCell['prepForXml']>[0]): ReturnType<TableCell['prepForXml']> {
    return (this.#written ??= super.prepForXml(context));
  }
}

/** What cells of a schedule have in common: they are empty, or hold a sign. Undefined for a cell with words of its own. */
function repeatedKey({ content, align, header }: Cell, width: number): string | undefined {
  const sign = inlineText(content);
  const plain = content.every(({ kind }) => kind === 'text');
  return plain && (sign === '' || isSign(sign)) ? [sign, align, header, width].join() : undefined;
}

function isSign(text: string): boolean {
  return Object.values(scheduleSigns).some((known) => known === text);
}

/** @param columns that it reaches over */
function wordCell(content: Cell, width: number, inHead: boolean, part: WordPart, columns = 1): TableCell {
  return new TableCell(cellOptions(content, width, inHead, part, columns));
}

function cellOptions(
  { content, align, header }: Cell,
  width: number,
  inHead: boolean,
  part: WordPart,
  columns = 1,
): ConstructorParameters<typeof TableCell>[0] {
  const marked = !inHead && align === 'center' && isSign(inlineText(content));
  return {
    width: { size: width, type: WidthType.DXA },
    ...(columns > 1 && { columnSpan: columns }),
    verticalAlign: VerticalAlignTable.CENTER,
    ...(inHead && { shading: headFill }),
    ...(marked && { shading: markFill }),
    children: [
      new Paragraph({
        style: inHead ? cellStyles.head : cellStyles[align ?? 'left'],
        children: runs(content, part, header === true && !inHead ? { bold: true } : {}),
      }),
    ],
  };
}

/** Facts of the title block, two a line, as a table with terms and what they say. */
export function factsTable(
  facts: readonly { readonly term: readonly Inline[]; readonly content: readonly Inline[] }[],
  part: WordPart,
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
    borders,
    margins: { left: cellMargin, right: cellMargin },
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map((content, index) =>
            row.length === 2 && index === 1
              ? wordCell(content, alone, false, part, 3)
              : wordCell(content, widths[index] ?? 0, false, part),
          ),
        }),
    ),
  });
}
