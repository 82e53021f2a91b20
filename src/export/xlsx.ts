import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/universal';
import { dayOf, rowTiming } from '../document/edits/edited-rows.ts';
import { documentRows } from '../document/edits/document-rows.ts';
import { startOf } from '../document/filling.ts';
import type { PlanTableName } from '../document/plan-table-names.ts';
import { printedField, resolveValues } from '../model/compute.ts';
import { type Field, fieldKindTitles } from '../model/field.ts';
import { type CalendarDate, parseDate } from '../model/time/offset.ts';
import { unitOf } from '../model/unit.ts';
import { formatValue } from '../model/value.ts';
import { type Block, type TableBlock, inlineText } from './blocks.ts';
import type { Manuscript } from './manuscript.ts';
import { dateCell, figureCell, fitted, looks, splitLong, textCell } from './xlsx-cells.ts';
import { printedSheets } from './xlsx-page.ts';
import { withZipDate } from './zip-date.ts';

const sheetNames: readonly (readonly [PlanTableName, string])[] = [
  ['kpis', '指标'],
  ['tasks', '任务'],
  ['budget', '预算'],
  ['risks', '风险'],
  ['reviews', '检查'],
];

/**
 * A workbook: a sheet for each of the plan's tables, one for the fields, and the whole text, so that nothing is missing.
 * Figures are numbers, per cents per cents, days dates; everything else is text, whatever it begins with. The same
 * manuscript gives the same bytes.
 */
export async function xlsx(manuscript: Manuscript): Promise<Uint8Array<ArrayBuffer>> {
  const tables = sheetNames.flatMap(([name, sheet]): Sheet<Blob>[] => {
    const table = manuscript.blocks.find((block) => block.kind === 'table' && block.name === name);
    return table?.kind === 'table' ? [tableSheet(sheet, table, name, manuscript)] : [];
  });
  const headed = [...tables, fieldSheet(manuscript)];
  const sheets = [...headed, textSheet(manuscript)];
  const names = sheets.map(({ sheet }) => sheet ?? '');
  const features = [printedSheets(names, headed.length)];
  const blob = await writeXlsxFile(sheets, { fontFamily: '宋体', fontSize: 11, features }).toBlob();
  return withZipDate(new Uint8Array(await blob.arrayBuffer()), manuscript.stamp);
}

type Rows = readonly (readonly Cell[])[];

/** `widths` in figures, two of which are as wide as a Chinese character. */
function sheetOf(sheet: string, head: readonly string[], rows: Rows, widths: readonly number[]): Sheet<Blob> {
  const whole = [head.map((title) => textCell(title, looks.head)), ...rows].flatMap((row) => splitLong(row));
  const data = whole.map((row) => fitted(row, widths));
  return { sheet, data, columns: widths.map((width) => ({ width })), stickyRowsCount: 1, orientation: 'landscape' };
}

/** One of the plan's tables; tasks and reviews with the days that their times name. */
function tableSheet(
  sheet: string,
  { columns, shares, head, rows }: TableBlock,
  name: PlanTableName,
  { filled }: Manuscript,
): Sheet<Blob> {
  const dated = name === 'tasks' || name === 'reviews';
  const unitColumn = columns.indexOf('unit');
  const days = dated ? datesOf(name, filled) : [];
  const body = rows.map(({ cells }, at): Cell[] => {
    const texts = cells.map(({ content }) => inlineText(content));
    const unit = texts[unitColumn] ?? '';
    const row = texts.map((text, index) => typedCell(columns[index] ?? '', text, unit));
    const [from, to] = days[at] ?? [];
    return dated ? [...row, dateCell(from), dateCell(to)] : row;
  });
  const titles = head.map(({ content }) => inlineText(content));
  const widths = shares.map((share) => Math.max(8, Math.round(share * 140)));
  return dated
    ? sheetOf(sheet, [...titles, '开始日期', '完成日期'], body, [...widths, 12, 12])
    : sheetOf(sheet, titles, body, widths);
}

function typedCell(column: string, text: string, unit: string): Cell {
  switch (column) {
    case 'baseline':
    case 'target':
      return figureCell(text, unit);
    case 'weight':
    case 'amount':
    case 'ordinal':
      return figureCell(text);
    default:
      return textCell(text);
  }
}

/** First and last day of each row, once the start is known. */
function datesOf(
  name: 'tasks' | 'reviews',
  { text, plan, draft }: Manuscript['filled'],
): (readonly [CalendarDate | undefined, CalendarDate | undefined])[] {
  const start = startOf(plan.fields, draft);
  return (documentRows(text, name) ?? []).map((row) => {
    const timing = rowTiming(row, row.index === undefined ? undefined : plan[name][row.index]);
    const due = timing?.due === undefined ? undefined : dayOf(timing.due, start, 'due');
    const from =
      timing === undefined || !('start' in timing) || timing.start === undefined
        ? undefined
        : dayOf(timing.start, start, 'start');
    return [from, due];
  });
}

/** Every field with what was filled in. */
function fieldSheet({ filled: { plan, draft } }: Manuscript): Sheet<Blob> {
  const values = resolveValues(plan.fields, draft.values);
  const rows = plan.fields.map((field): Cell[] => {
    const example = field.kind === 'computed' ? undefined : field.example;
    return [
      textCell(field.label),
      textCell(fieldKindTitles[field.kind]),
      valueCell(printedField(field, plan.fields, values), values.get(field.name)),
      textCell(unitOf(field)),
      textCell(field.required === true ? '是' : ''),
      textCell(field.hint ?? ''),
      textCell(example === undefined ? '' : formatValue(field, example)),
    ];
  });
  return sheetOf(
    '填写项',
    ['填写项', '类型', '内容', '单位', '必填', '怎么填', '示例'],
    rows,
    [22, 10, 30, 8, 6, 50, 24],
  );
}

function valueCell(field: Field, value: string | number | undefined): Cell {
  if (value === undefined) return textCell('');
  if (field.kind === 'date') {
    const date = parseDate(String(value));
    return date === undefined ? textCell(String(value)) : dateCell(date);
  }
  const text = formatValue(field, value, { unit: 'without' });
  const textual =
    field.kind === 'text' || field.kind === 'longtext' || field.kind === 'choice' || field.kind === 'month';
  return textual ? textCell(text) : figureCell(text, unitOf(field));
}

/** The whole text, a block a row; tables with a cell for each of theirs. */
function textSheet({ blocks, footnotes }: Manuscript): Sheet<Blob> {
  const notes = footnotes.flatMap(({ number, blocks: inner }) => [
    [textCell(`注${number}`, looks.prose)],
    ...inner.flatMap((block) => textRows(block)),
  ]);
  const rows = [...blocks.flatMap((block) => textRows(block)), ...notes];
  const across = Math.max(1, ...rows.map(({ length }) => length));
  const widths = Array.from({ length: across }, (_, index) => (index === 0 ? 60 : 16));
  const data = rows.flatMap((row) => splitLong(row)).map((row) => fitted(row, row.length === 1 ? [60] : widths));
  return { sheet: '正文', data, columns: widths.map((width) => ({ width })), orientation: 'landscape' };
}

function textRows(block: Block, prefix = ''): Cell[][] {
  switch (block.kind) {
    case 'heading':
      return [[textCell(block.number + inlineText(block.content), { ...looks.prose, fontWeight: 'bold' })]];
    case 'paragraph':
      return [[textCell(prefix + inlineText(block.content), looks.prose)]];
    case 'facts':
      return block.facts.map(({ term, content }) => [
        textCell(`${inlineText(term)}：${inlineText(content)}`, looks.prose),
      ]);
    case 'list':
      return block.items.flatMap(({ checked, blocks }, index) => {
        const box = checked === undefined ? '' : checked ? '☑ ' : '☐ ';
        const marker = `${prefix}${block.ordered ? `${block.start + index}. ` : '• '}${box}`;
        return blocks.flatMap((inner, at) => textRows(inner, at === 0 ? marker : `${prefix}　`));
      });
    case 'table': {
      const caption = block.caption.length === 0 ? [] : [[textCell(inlineText(block.caption), looks.prose)]];
      const head = block.head.map(({ content }) => textCell(inlineText(content), looks.head));
      return [
        ...caption,
        head,
        ...block.rows.map(({ cells }) => cells.map(({ content }) => textCell(inlineText(content)))),
      ];
    }
    case 'quote':
      return block.blocks.flatMap((inner) => textRows(inner, prefix));
    case 'code':
      return [[textCell(block.text, looks.prose)]];
    case 'rule':
      return [];
  }
}
