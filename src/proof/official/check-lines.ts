import type { Deviation } from './deviation.ts';
import { bodyLines, charactersIn, headingLevel, isFullWidth, type LayoutPage, type Line } from './lines.ts';
import { charactersPerLine, linesPerPage, pitch, slotOf, sizes, smallestText } from './measures.ts';
import { annexList, annexMark, type Paragraph } from './paragraphs.ts';

/** 5.2.3: a full page has 22 lines, and lines stand on their grid. */
export function checkPageLines(pages: readonly LayoutPage[]): readonly Deviation[] {
  return pages.flatMap((page, index) => [...checkGrid(page), ...checkCount(page, pages[index + 1])]);
}

/** Lines may lie off the grid by so much of its step: a browser puts baselines on whole pixels. */
const offGrid = 0.08;

function checkGrid(page: LayoutPage): readonly Deviation[] {
  const lines = bodyLines(page);
  const off = lines.find(({ baseline }) => Math.abs(slotOf(baseline) - Math.round(slotOf(baseline))) > offGrid);
  // A page of another leading is reported once, by its number of lines.
  if (off === undefined || Math.abs(stepOf(lines) - pitch.line) > pitch.line / (2 * linesPerPage)) return [];
  const message = `“${off.text.slice(0, 12)}”不在行格上：在第 ${slotOf(off.baseline).toFixed(2)} 行的位置，应在整行上。`;
  return [{ clause: '5.2.3', page: page.number, message }];
}

/** The usual distance of two lines of a page in points. */
function stepOf(lines: readonly Line[]): number {
  const steps = lines.slice(1).map((line, index) => line.baseline - (lines[index]?.baseline ?? 0));
  return steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? pitch.line;
}

/**
 * A page that text goes on from is full to its last line. It may end earlier where the next page begins with what must
 * not be torn apart: headings and the line below them, a table, or what ends the text.
 */
function checkCount(page: LayoutPage, next: LayoutPage | undefined): readonly Deviation[] {
  const lines = bodyLines(page);
  const [first] = next?.lines ?? [];
  if (lines.length === 0 || next === undefined || first === undefined || annexMark.test(first.text)) return [];
  if (beginsWithTable(next) || page.lines.some(({ text }) => annexMark.test(text))) return [];
  if (endsWithTable(page)) return [];
  const pure = lines.length === page.lines.length && !hasSmallBlock(page);
  const last = Math.round(slotOf(lines.at(-1)?.baseline ?? 0));
  const found = pure && Math.abs(stepOf(lines) - pitch.line) > 0.3 ? lines.length : last;
  if (found === linesPerPage || (found < linesPerPage && mayEndAt(found, next))) return [];
  return [{ clause: '5.2.3', page: page.number, message: `这一面排了 ${found} 行，应排 22 行并撑满版心。` }];
}

function mayEndAt(slot: number, next: LayoutPage): boolean {
  const lines = bodyLines(next);
  if (lines.some(({ text }) => annexList.test(text))) return true;
  const text = lines.findIndex((line) => headingLevel(line, next) === undefined);
  if (text <= 0) return false;
  // Headings may follow upon a table, too: those above it count.
  const table = lines.slice(0, text).findIndex((heading, index) => tableFollows(next, heading, lines[index + 1]));
  return slot + (table === -1 ? text : table + 1 + linesOfTable) >= linesPerPage;
}

/** Head and first row of a table come to a page together with the heading above them; so many lines hold them. */
const linesOfTable = 3;

function tableFollows({ runs }: LayoutPage, heading: Line | undefined, text: Line | undefined): boolean {
  const [from, to] = [heading?.baseline ?? 0, text?.baseline ?? 0];
  return runs.some(({ size, baseline }) => size < smallestText && baseline > from + sizes.body && baseline < to);
}

/** Small type before the first line of text; the label of a blank stands below its line. */
function beginsWithTable({ runs, lines }: LayoutPage): boolean {
  const first = lines[0]?.baseline ?? Infinity;
  return runs.some(({ size, baseline }) => size < smallestText && baseline < first - sizes.body / 2);
}

/** A table or drawing stands below the last line of text. */
function endsWithTable({ runs, lines }: LayoutPage): boolean {
  const last = lines.at(-1)?.baseline ?? 0;
  return runs.some(({ size, baseline }) => size < smallestText && baseline > last + sizes.body);
}

/** Small type that is no label of a blank: a table or drawing takes part of the page. */
function hasSmallBlock({ runs, lines }: LayoutPage): boolean {
  const isLabel = (baseline: number): boolean =>
    lines.some((line) => baseline - line.baseline > 0 && baseline - line.baseline < sizes.body);
  return runs.some(({ size, baseline }) => size < smallestText && !isLabel(baseline));
}

/** 5.2.3: a full line has 28 characters, or one or two fewer where the next ones must not begin a line. */
export function checkCharacters(paragraph: Paragraph): readonly Deviation[] {
  return paragraph.slice(0, -1).flatMap(({ line, page }, index) => {
    const count = charactersIn(line, page);
    const next = paragraph[index + 1]?.line;
    if (count === undefined || next === undefined) return [];
    const room = charactersPerLine - count;
    if (room === 0 || (room > 0 && room < lengthOfFirst(next.text))) return [];
    const message = `“${line.text.slice(0, 8)}……”一行排了 ${count} 字，应排 28 字。`;
    return [{ clause: '5.2.3', page: page.number, message }];
  });
}

/** What may not end a line, and what may not begin one. */
const opening = '（《「『【〈“‘';
const closing = '，。、；：？！）》」』】〉”’…—％‰℃～々';
/** Up to where a number, a word or an address may follow without a break: brackets, or a character with a quotation mark behind it. */
const joined = new RegExp(`^[${opening}]*(?:.[${opening}${closing}]*[“”‘’])?`, 'u');
const together = new RegExp(`^[${opening}]*.[${closing}]*`, 'u');

/**
 * Characters that must come to a line together: the first one with the brackets before it and what may not begin a line behind
 * it. A number, a word or an address is as long as it is, behind its brackets too.
 */
function lengthOfFirst(text: string): number {
  const before = joined.exec(text)?.[0].length ?? 0;
  if (!isFullWidth(text.slice(before, before + 1))) return charactersPerLine;
  return together.exec(text)?.[0].length ?? 1;
}
