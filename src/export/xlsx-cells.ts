import type { Cell, CellObject } from 'write-excel-file/universal';
import { textWidth } from '../markdown/text-measure.ts';
import { shifted } from '../model/decimal.ts';
import { type CalendarDate, formatDate } from '../model/time/offset.ts';
import { parseTarget, targetUnit } from '../model/target/target.ts';
import { plainWidth } from '../model/search/plain-width.ts';

/** Longest text of a cell. https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
const longestText = 32_767;

const border = { borderStyle: 'thin', borderColor: '#BFC7CF' } as const;

/** Looks of a sheet's cells. */
export const looks = {
  head: {
    ...border,
    fontWeight: 'bold',
    backgroundColor: '#E7ECF1',
    align: 'center',
    alignVertical: 'center',
    wrap: true,
  },
  text: { ...border, alignVertical: 'top', wrap: true },
  figure: { ...border, alignVertical: 'top', align: 'right' },
  prose: { alignVertical: 'top', wrap: true },
} as const satisfies Record<string, CellObject>;

/** Stands for U+FFFD, a character that cannot be shown: the library drops that one, although XML allows it. */
const unknownCharacter = '□';

/** A cell that holds text whatever it begins with: never a formula. */
export function textCell(text: string, look: CellObject = looks.text): Cell {
  return text === '' ? { ...look } : { ...look, type: String, value: text.replaceAll('\uFFFD', unknownCharacter) };
}

export function dateCell(date: CalendarDate | undefined): Cell {
  if (date === undefined) return { ...looks.figure };
  const value = new Date(Date.UTC(date.year, date.month - 1, date.day));
  // A spreadsheet knows no day before 1900.
  return date.year < 1900 ? textCell(formatDate(date)) : { ...looks.figure, type: Date, value, format: 'yyyy-mm-dd' };
}

/** A figure that a spreadsheet can hold: it keeps fifteen digits. */
const figurePattern = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d{1,10}))?$/u;

/**
 * A figure as a number that is shown as the document shows it: ≥85% is 0.85 with the format `"≥"0%`, 95%以上 0.95 with
 * `0%"以上"`, 1,200元 is 1200 with `#,##0"元"`. `unit` is the column's or row's own unit, which is not shown again. What is
 * no single figure, such as 3–5 or 合格, stays text, and so does what begins like a formula.
 */
export function figureCell(text: string, unit = ''): Cell {
  const target = text.startsWith('=') ? undefined : parseTarget(text);
  const pieces = target?.kind === 'single' ? target.pieces : [];
  const at = pieces.findIndex(({ kind }) => kind === 'figure');
  const [, sign = '', whole = '', fraction = ''] = figurePattern.exec(plainWidth(pieces[at]?.text ?? '')) ?? [];
  if (whole === '') return textCell(text, looks.figure);
  const before = pieces.slice(0, at).map((piece) => piece.text);
  const [own, ...behind] = pieces.slice(at + 1).filter((piece, index) => index > 0 || piece.text.trim() !== '');
  const written = target === undefined ? '' : targetUnit(target);
  const percent = (written === '' ? unit : written) === '%';
  const value = Number(`${sign}${whole.replaceAll(',', '')}.${fraction}`);
  const digits = `${whole.includes(',') ? '#,##0' : '0'}${fraction === '' ? '' : `.${'0'.repeat(fraction.length)}`}`;
  const showsUnit = percent && own?.kind === 'unit';
  const after = [...(own === undefined || showsUnit ? [] : [own]), ...behind].map((piece) => piece.text);
  const format = `${literal([...before, sign === '+' ? sign : ''])}${digits}${percent ? '%' : ''}${literal(after)}`;
  // By the decimal point, not by arithmetic: 85.7 / 100 has a tail.
  return { ...looks.figure, type: Number, value: percent ? shifted(value, -2) : value, format };
}

function literal(texts: readonly string[]): string {
  const text = texts.join('');
  return text === '' ? '' : `"${text.replaceAll('"', '”')}"`;
}
/** Height of a line in points, at 11 points. */
const lineHeight = 15;

/**
 * A row with a height that shows all of its text: programs that open the file do not all work it out themselves.
 * @param widths of the columns in figures, two of which are as wide as a Chinese character
 */
export function fitted(row: readonly Cell[], widths: readonly number[]): Cell[] {
  const lines = row.map((cell, index) => {
    if (!isCellObject(cell) || typeof cell.value !== 'string') return 1;
    const room = Math.max(1, ((widths[index] ?? 10) - 1) / 2);
    return cell.value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)), 0);
  });
  // 409 points are all that a row can have.
  const height = Math.min(409, Math.max(1, ...lines) * lineHeight + 3);
  return row.map((cell) => (isCellObject(cell) ? { ...cell, height } : cell));
}

function isCellObject(cell: Cell): cell is CellObject {
  return typeof cell === 'object' && cell !== null && Object.getPrototypeOf(cell) === Object.prototype;
}

/** A row as one or more rows: text that is too long for a cell goes on in the cell below. */
export function splitLong(row: readonly Cell[]): Cell[][] {
  const pieces = row.map((cell) => (isLongText(cell) ? chunks(cell.value) : [cell]));
  const height = Math.max(1, ...pieces.map(({ length }) => length));
  return Array.from({ length: height }, (_, index) =>
    pieces.map((column, at): Cell => {
      const piece = column[index];
      const cell = row[at];
      return typeof piece === 'string' && isLongText(cell) ? { ...cell, value: piece } : (piece ?? null);
    }),
  );
}

function isLongText(cell: Cell): cell is CellObject & { value: string } {
  return isCellObject(cell) && typeof cell.value === 'string' && cell.value.length > longestText;
}

function chunks(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + longestText, text.length);
    // Not between the halves of a surrogate pair.
    if (end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end -= 1;
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts;
}
