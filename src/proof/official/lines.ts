import { inked } from '../pdf/ink.ts';
import type { TextRun } from '../pdf/text-runs.ts';
import { type Level, levelOf } from './levels.ts';
import { isSize, mmPerPoint, pitch, sizes, smallestText, typeArea } from './measures.ts';
import type { PageStructure } from './structure.ts';

/** A line of text of 12 pt and more. Points. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly baseline: number;
  /** Of the largest run. */
  readonly size: number;
  readonly fonts: readonly string[];
  /** Something else takes room in it: a blank to write on, a key or code in small type, the raised mark of a note. */
  readonly open: boolean;
}

/** One page, as the checks of the layout see it. */
export interface LayoutPage {
  readonly number: number;
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  /** Everything that stands on the page but its number. */
  readonly runs: readonly TextRun[];
  /** Lines of text in reading order. */
  readonly lines: readonly Line[];
  readonly pageNumber: Line | undefined;
  /** Left edge of the type area in millimetres. */
  readonly left: number;
  readonly structure: PageStructure;
}

/** Baselines of one line differ by less, in points. */
const sameLine = 2;

/** What a page of a PDF holds, line by line. */
export function layoutPage(
  number: number,
  box: { readonly width: number; readonly height: number },
  runs: readonly TextRun[],
  structure: PageStructure = { headings: undefined, code: '' },
): LayoutPage {
  const foot = (typeArea.top + typeArea.height + 2) / mmPerPoint;
  const below = rowsOf(runs.filter(({ baseline }) => baseline > foot));
  const pageNumber = below.find(({ text }) => /\d/.test(text));
  const inside = runs.filter(
    (run) => pageNumber === undefined || Math.abs(run.baseline - pageNumber.baseline) > sameLine,
  );
  return { number, ...box, runs: inside, lines: linesOf(inside), pageNumber, left: leftOf(number, inside), structure };
}

/**
 * The type area's left edge: 28 mm, or, where even pages mirror odd ones so that the binding edge has them, 26 mm. What
 * stands elsewhere is left of neither, and the check of the margins says so.
 */
function leftOf(number: number, runs: readonly TextRun[]): number {
  const mirrored = 210 - typeArea.left - typeArea.width;
  const first = Math.min(...runs.filter(({ size }) => size >= smallestText).map(({ x }) => x * mmPerPoint));
  return number % 2 === 0 && Math.abs(first - mirrored) < 0.5 ? mirrored : typeArea.left;
}

function linesOf(runs: readonly TextRun[]): Line[] {
  const small = runs.filter(({ size }) => size < smallestText);
  const lines = rowsOf(runs.filter(({ size }) => size >= smallestText));
  return lines.map((line) => ({ ...line, open: line.open || small.some((run) => standsIn(run, line)) }));
}

/**
 * Lines of small type that run on from the very edge of the type area to about the other one, as the text of a table does not:
 * it keeps clear of the frame, and its rows have gaps.
 */
export function smallText({ runs, left, structure }: LayoutPage): readonly Line[] {
  const right = left + typeArea.width;
  return rowsOf(runs.filter(({ size }) => size < smallestText)).filter(
    ({ start, end, size, open, text }) =>
      !open &&
      !structure.code.includes(inked(text)) &&
      (start - clearOfFrame) * mmPerPoint < left &&
      (end + 3 * size) * mmPerPoint > right,
  );
}

/** Text of a cell stands at least so far from the frame, in points. */
const clearOfFrame = 2;

/** On the line or raised above it; the label of a blank hangs below, and has its room there. */
function standsIn({ baseline }: TextRun, line: Line): boolean {
  return baseline > line.baseline - line.size / 2 && baseline <= line.baseline + sameLine;
}

/** Texts on one baseline make a line, from left to right. */
function rowsOf(runs: readonly TextRun[]): Line[] {
  const rows: TextRun[][] = [];
  for (const run of runs.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    if (row !== undefined && run.baseline - (row[0]?.baseline ?? 0) <= sameLine) row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => lineOf(row.toSorted((a, b) => a.x - b.x)));
}

function lineOf(runs: readonly TextRun[]): Line {
  const [first] = runs;
  const start = first?.x ?? 0;
  const end = Math.max(...runs.map(({ x, width }) => x + width));
  const text = runs.map((run, index) => spaceBefore(run, runs[index - 1]) + run.text).join('');
  const size = Math.max(...runs.map((run) => run.size));
  const taken = runs.reduce((sum, { width }) => sum + width, 0);
  return {
    text,
    start,
    end,
    baseline: first?.baseline ?? 0,
    size,
    fonts: [...new Set(runs.map(({ font }) => font))],
    open: end - start > taken + size / 2,
  };
}

/** A space where characters stand apart: blanks, and the space behind a marker. */
function spaceBefore({ x, size }: TextRun, before: TextRun | undefined): string {
  return before !== undefined && x - before.x - before.width > size / 5 ? ' ' : '';
}

/** Lines of the text itself, in 三号; titles and whatever else is larger or smaller aside. */
export function bodyLines({ lines }: LayoutPage): readonly Line[] {
  return lines.filter(({ size }) => isSize(size, sizes.body));
}

/** Level of the heading that a line begins; undefined for text, whatever number it begins with: 三、四季度是旺季. */
export function headingLevel(line: Line, { structure: { headings } }: LayoutPage): Level | undefined {
  const level = levelOf(line.text);
  if (level === undefined || headings === undefined) return level;
  // The label of a blank is part of the heading, and stands in no line.
  const [begins = ''] = line.open ? line.text.split(' ') : [line.text];
  return headings.some((heading) => heading.startsWith(inked(begins))) ? level : undefined;
}

/** How far a line is indented, in characters. */
export function indentOf({ start }: Line, { left }: LayoutPage): number {
  return (start - left / mmPerPoint) / pitch.character;
}

const fullWidth =
  /^[\u2014\u2018\u2019\u201c\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u3000-\u303f]+$/u;

/** Whether every character of a text takes a whole place of the grid. */
export function isFullWidth(text: string): boolean {
  return fullWidth.test(text);
}

/** Characters of a line with its indent; undefined where one takes less than a place, or a blank stands in it. */
export function charactersIn(line: Line, page: LayoutPage): number | undefined {
  if (line.open || !isFullWidth(line.text)) return undefined;
  const indent = Math.round(indentOf(line, page));
  // A line that begins with a blank begins where the blank ends.
  return indent === 0 || indent === 2 ? Array.from(line.text).length + indent : undefined;
}
