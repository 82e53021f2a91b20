import { bodyLines, indentOf, type LayoutPage, type Line } from './lines.ts';

/** A line of text with its page. */
interface PlacedLine {
  readonly line: Line;
  readonly page: LayoutPage;
}

/** Lines of text that run on; the first one is indented by two characters. */
export type Paragraph = readonly PlacedLine[];

/** Paragraphs of the text in reading order, those that go on over pages in one piece. */
export function paragraphsOf(pages: readonly LayoutPage[]): readonly Paragraph[] {
  const paragraphs: PlacedLine[][] = [];
  for (const page of pages) {
    for (const line of bodyLines(page)) {
      const current = paragraphs.at(-1);
      // What stands further in is a name, a date or a list, and no line of text.
      const begins = Math.abs(indentOf(line, page)) > 0.3 || annexMark.test(line.text);
      if (begins || current === undefined) paragraphs.push([{ line, page }]);
      else current.push({ line, page });
    }
  }
  return paragraphs;
}

/** Whether a paragraph begins as text does, two characters in; an opening bracket may have given up half of its place. */
export function isIndented([first]: Paragraph): boolean {
  return first !== undefined && Math.abs(indentOf(first.line, first.page) - 2) < 0.6;
}

/** Mark on the first line of an annex: `附件1`, or `附件` where there is one only. */
export const annexMark = /^附件(\d*)$/;
/** First line of the list of annexes. */
export const annexList = /^附件：/;
