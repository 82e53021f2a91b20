/** Measures a finished PDF against GB/T 9704-2012 党政机关公文格式, as it applies to an ordinary print without red head. */
import type { PdfElement } from '../pdf/pdf-document.ts';
import type { TextRun } from '../pdf/text-runs.ts';
import { checkCharacters, checkPageLines } from './check-lines.ts';
import { checkNumbering } from './check-numbering.ts';
import { checkPageNumber } from './check-page-number.ts';
import { checkFaces, checkSizes } from './check-type.ts';
import { checkTypeArea } from './check-type-area.ts';
import type { Deviation } from './deviation.ts';
import { layoutPage, type LayoutPage } from './lines.ts';
import { paragraphsOf } from './paragraphs.ts';
import { structuresOf } from './structure.ts';

/** 7.3.5.4: year in full, month and day without a leading zero. */
function checkDates(page: LayoutPage): readonly Deviation[] {
  return page.lines.flatMap(({ text }) => {
    const wrong = /\d{4}年0\d月(?:\d{1,2}日)?|\d{4}年\d{1,2}月0\d日|(?<!\d)\d{2}年\d{1,2}月\d{1,2}日/u.exec(text)?.[0];
    if (wrong === undefined) return [];
    return [{ clause: '7.3.5.4', page: page.number, message: `日期写作“${wrong}”：年份应写全，月、日不编虚位。` }];
  });
}

/** Name of the standard, as findings cite it. */
export const officialStandard = 'GB/T 9704-2012';

/** A page with the places of its text. Millimetres. */
export interface MeasuredPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly TextRun[];
  /** The part of the tag tree that lies on the page. */
  readonly tree?: PdfElement;
}

/** Every place where the pages do not keep to the standard, page by page. */
export function checkOfficial(measured: readonly MeasuredPage[]): readonly Deviation[] {
  const structures = structuresOf(measured.map(({ tree }) => tree));
  const pages = measured.map((page, index) => layoutPage(page.number, page, page.runs, structures[index]));
  const paragraphs = paragraphsOf(pages);
  const found = [
    ...pages.flatMap(checkTypeArea),
    ...checkPageLines(pages),
    ...paragraphs.flatMap(checkCharacters),
    ...checkSizes(pages),
    ...paragraphs.flatMap(checkFaces),
    ...checkNumbering(paragraphs),
    ...pages.flatMap(checkPageNumber),
    ...pages.flatMap(checkDates),
  ];
  return found.toSorted((a, b) => (a.page ?? 0) - (b.page ?? 0));
}
