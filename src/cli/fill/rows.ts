import { CsvError, parse } from 'csv-parse/sync';
import type { Draft } from '../../fill/draft.ts';
import { readValue } from '../../model/read-value.ts';
import { valueProblems } from '../../fill/value-problems.ts';
import type { Field } from '../../model/field.ts';
import { nearest } from '../../model/nearest.ts';
import type { Plan } from '../../model/plan.ts';
import { isOpen } from '../../model/value.ts';
import { UsageError } from '../command.ts';
import { fieldNamed } from './values-file.ts';

/** In UTF-16 units: fifty thousand rows of a form of two hundred characters. */
const largestTable = 10_000_000;

/** One row of a table of values. */
export interface ValuesRow {
  /** 第 3 行（文件第 5 行）: the first row below the head is 1. */
  readonly place: string;
  readonly number: number;
  readonly cells: readonly string[];
}

/** A table of values as its bytes say it. */
export interface ValuesTable {
  readonly head: readonly string[];
  readonly rows: readonly ValuesRow[];
}

/**
 * Text of a CSV file: UTF-8, with or without byte order mark, UTF-16 with one, else GB18030, as Excel writes it in China.
 * @throws {UsageError} where the bytes are none of these
 */
export function decodedTable(bytes: Uint8Array, file: string): string {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  for (const encoding of marked === undefined ? ['utf-8', 'gb18030'] : [marked]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this encoding; the next one, or the error below.
    }
  }
  throw new UsageError(`${file} 既不是 UTF-8 也不是 GB18030 编码，没有生成任何文件；请在 Excel 里另存为“CSV UTF-8”。`);
}

/**
 * Reads a table: `,`, `;` or tab between cells, quoted cells with line breaks, empty rows left out.
 * @throws {UsageError} where a quote is never closed, or there is no head
 */
export function readTable(text: string, file: string): ValuesTable {
  if (text.length > largestTable)
    throw new UsageError(`${file} 超过 ${largestTable / 1_000_000} MB，没有生成任何文件；请把它分成几个文件。`);
  const records = recordsOf(text, file);
  const [head, ...rows] = records;
  if (head === undefined) throw new UsageError(`${file} 是空的。第一行写填写项的标签，下面每行一份。`);
  return {
    head: head.cells.map((cell) => cell.trim()),
    rows: rows
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
      .map(({ cells, line }, index) => ({
        cells,
        number: index + 1,
        place: `第 ${index + 1} 行（文件第 ${line} 行）`,
      })),
  };
}

function recordsOf(text: string, file: string): { readonly cells: readonly string[]; readonly line: number }[] {
  let line = 1;
  try {
    const options = {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      info: true,
    };
    const records = parse(text.replace(/^\uFEFF/, ''), options) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    return records.map(({ record, info }) => {
      const begun = line;
      line = info.lines + 1;
      return { cells: record, line: begun };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = typeof error['lines'] === 'number' ? `第 ${error['lines']} 行附近` : '';
    throw new UsageError(
      `${file} ${at}的引号没有配对，后面的行读不出来。没有生成任何文件；请给它补上或删去引号（单元格里的引号写两个）。`,
      { cause: error },
    );
  }
}

/** The sign that stands most often in the first line outside of quotes. */
function delimiterOf(text: string): string {
  const [first = ''] = text.replace(/"[^"]*"/g, '').split(/\r\n|\r|\n/);
  const count = (sign: string): number => first.split(sign).length - 1;
  return [',', ';', '\t', '；', '，'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}

/** What each column is. */
type Column = { readonly kind: 'field'; readonly field: Field } | { readonly kind: 'role'; readonly role: string };

/** The columns of a table, and what is to be said about them. */
export interface Columns {
  readonly columns: readonly Column[];
  readonly notes: readonly string[];
}

/**
 * Finds out what each column is: a field by label or name, or a role.
 * @throws {UsageError} where a column is unknown or stands twice, or a required field has none
 */
export function columnsOf(head: readonly string[], plan: Plan, base: Draft, file: string): Columns {
  const wrong: string[] = [];
  const roles = plan.roles.map(({ name }) => name);
  const known = [...plan.fields.map(({ label }) => label), ...roles];
  const columns = head.flatMap((title, index): Column[] => {
    const field = fieldNamed(plan.fields, title);
    if (head.indexOf(title) !== index) wrong.push(`第 ${index + 1} 列的“${title}”前面已经有了`);
    if (field !== undefined) return [{ kind: 'field', field }];
    if (roles.includes(title)) return [{ kind: 'role', role: title }];
    const meant = nearest(title, known);
    wrong.push(
      title === ''
        ? `第 ${index + 1} 列没有列名`
        : `没有填写项或岗位叫“${title}”${meant === undefined ? '' : `，是否要写“${meant}”`}`,
    );
    return [];
  });
  const given = new Set([
    ...columns.flatMap((column) => (column.kind === 'field' ? [column.field.name] : [])),
    ...Object.keys(base.values),
  ]);
  const open = plan.fields.filter(
    (field) => field.kind !== 'computed' && field.default === undefined && !given.has(field.name),
  );
  for (const { label } of open.filter(({ required }) => required === true)) wrong.push(`缺少必填的列“${label}”`);
  if (wrong.length > 0)
    throw new UsageError(`${file} 的第一行有 ${wrong.length} 处不对，没有生成任何文件：\n  ${wrong.join('\n  ')}`);
  const notes = open.length === 0 ? [] : [`没有这些列，文件里留空：${open.map(({ label }) => label).join('、')}`];
  return { columns, notes };
}

/** A row as a draft over what all rows share; or why it cannot be one. */
export type RowReading = { readonly draft: Draft; readonly notes: readonly string[] } | { readonly reason: string };

/** A cell of the wrong kind makes a row bad; one beyond a limit is kept and noted. */
export function readRow({ cells }: ValuesRow, columns: readonly Column[], base: Draft, plan: Plan): RowReading {
  if (cells.length !== columns.length)
    return { reason: `有 ${cells.length} 格，而第一行有 ${columns.length} 列；请核对分隔符和引号` };
  const values = new Map(Object.entries(base.values));
  const people = new Map(Object.entries(base.people));
  columns.forEach((column, index) => {
    const cell = cells[index] ?? '';
    if (isOpen(cell)) return;
    if (column.kind === 'role') people.set(column.role, cell);
    else values.set(column.field.name, readValue(column.field, cell));
  });
  const draft = { ...base, values: Object.fromEntries(values), people: Object.fromEntries(people) };
  const problems = valueProblems(plan.fields, draft.values);
  const bad = problems.filter(({ code }) => code === 'kind' || code === 'missing');
  if (bad.length > 0) return { reason: bad.map(({ message }) => message).join('') };
  return { draft, notes: problems.map(({ message }) => message) };
}
