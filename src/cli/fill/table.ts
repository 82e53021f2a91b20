import { CsvError, parse } from 'csv-parse/sync';
import { UsageError } from '../command.ts';

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
  /** Titles of the columns in one line each; '' for a column that has none. */
  readonly head: readonly string[];
  readonly rows: readonly ValuesRow[];
}

/** A row of the file, and the line that it begins on. */
interface TableRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * Text of a file that a spreadsheet or an editor wrote: UTF-8, with or without byte order mark, UTF-16 with one, else
 * GB18030, as Excel writes it in China.
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
 * Reads a table: `,`, `;` or tab between cells, or what a first line `sep=;` names; quoted cells with line breaks. Rows
 * without words are left out, and so is what stands behind the last title of the head and says nothing: Excel writes
 * both where cells were once used.
 * @throws {UsageError} where a quote is never closed, or there is no head
 */
export function readTable(text: string, file: string): ValuesTable {
  if (text.length > largestTable)
    throw new UsageError(`${file} 超过 ${largestTable / 1_000_000} MB，没有生成任何文件；请把它分成几个文件。`);
  // One kind of line break, so that each line counts once, in quoted cells too.
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const [named = '', sign] = /^"?sep=(.)"?[,;\t ]*(?:\n|$)/i.exec(plain) ?? [];
  const body = plain.slice(named.length);
  const records = recordsOf(body, sign ?? delimiterOf(body), named === '' ? 1 : 2, file);
  const [head, ...rows] = records.filter(({ cells }) => lastWord(cells) >= 0);
  if (head === undefined) throw new UsageError(`${file} 是空的。第一行写填写项的标签，下面每行一份。`);
  const width = lastWord(head.cells) + 1;
  return {
    head: head.cells.slice(0, width).map((cell) => cell.replace(/[\s\u200B\uFEFF]+/gu, ' ').trim()),
    rows: rows.map(({ cells, line }, index) => ({
      cells: cells.slice(0, Math.max(width, lastWord(cells) + 1)),
      number: index + 1,
      place: `第 ${index + 1} 行（文件第 ${line} 行）`,
    })),
  };
}

/** Index of the last cell that says something; -1 where none does. */
function lastWord(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '');
}

function recordsOf(text: string, delimiter: string, firstLine: number, file: string): TableRecord[] {
  const records: TableRecord[] = [];
  let line = firstLine;
  try {
    parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      on_record: (cells: string[], { lines }) => {
        records.push({ cells, line });
        line = firstLine + lines;
        return null;
      },
    });
    return records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UsageError(
      `${file} 从第 ${line} 行起引号没有配对，后面的内容无法读取，没有生成任何文件。请补上或删去引号（单元格里的引号要写两个）。`,
      { cause: error },
    );
  }
}

/** The sign that stands most often in the first line that says something, outside of quotes. */
function delimiterOf(text: string): string {
  const lines = text.replace(/"[^"]*"/g, '字').split('\n');
  const first = lines.find((line) => /[^,;\t；，\s]/u.test(line)) ?? '';
  const count = (sign: string): number => first.split(sign).length - 1;
  return [',', ';', '\t', '；', '，'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}
