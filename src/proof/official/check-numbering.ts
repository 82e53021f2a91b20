import { chineseNumeral, headingNumber } from '../../model/numbering.ts';
import type { Deviation } from './deviation.ts';
import { type Level, numeralOf } from './levels.ts';
import { headingLevel } from './lines.ts';
import { annexMark, isIndented, type Paragraph } from './paragraphs.ts';

/**
 * 7.3.3 and 7.3.7: numbers of each level follow one another, the deeper ones from 1 below each heading, annexes from 1.
 * Where the tags do not tell headings from text, a list begins again at 1 wherever it stands.
 */
export function checkNumbering(paragraphs: readonly Paragraph[]): readonly Deviation[] {
  const deviations: Deviation[] = [];
  const last = [0, 0, 0, 0];
  let annex = 0;
  for (const paragraph of paragraphs) {
    const [first] = paragraph;
    if (first === undefined) continue;
    const { text } = first.line;
    const mark = annexMark.exec(text)?.[1];
    if (mark !== undefined) {
      annex += 1;
      last.fill(0);
      if (mark !== '' && Number(mark) !== annex) {
        deviations.push(outOfOrder('7.3.7', first.page.number, text, `附件${String(annex)}`));
      }
      continue;
    }
    const level = isIndented(paragraph) ? headingLevel(first.line, first.page) : undefined;
    if (level === undefined) continue;
    const ordinal = ordinalOf(numeralOf(text, level));
    const expected = (last[level - 1] ?? 0) + 1;
    const restarts = level > 2 && ordinal === 1;
    if (ordinal !== expected && !restarts) {
      deviations.push(outOfOrder('7.3.3', first.page.number, text, numberAt(level, expected)));
    }
    last[level - 1] = ordinal;
    last.fill(0, level);
  }
  return deviations;
}

function outOfOrder(clause: string, page: number, text: string, expected: string): Deviation {
  return { clause, page, message: `序号不连续：“${text.slice(0, 12)}”处应为“${expected}”。` };
}

function numberAt(level: Level, ordinal: number): string {
  return headingNumber(level, ordinal);
}

const largest = 200;

/** 12 → 12, 十二 → 12; 0 for what is no number. */
function ordinalOf(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  for (let value = 1; value < largest; value += 1) if (chineseNumeral(value) === numeral) return value;
  return 0;
}
