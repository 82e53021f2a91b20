import type { PrintLayout } from '../../model/template/print-template.ts';
import { checkOfficial, officialStandard } from '../official/check-official.ts';
import { substituteFonts } from '../official/faces.ts';
import type { Deviation } from '../official/deviation.ts';
import type { PdfDocument } from '../pdf/pdf-document.ts';
import type { ProofFailure } from '../result.ts';

interface LayoutStandard {
  readonly name: string;
  readonly check: (pages: PdfDocument['pages']) => readonly Deviation[];
  /** Which of a PDF's fonts stand in for the faces that it names. */
  readonly standIns: (fonts: readonly string[]) => readonly string[];
}

/** What measures a PDF against each layout standard, and how findings cite the standard. */
const standards: Readonly<Record<PrintLayout, LayoutStandard>> = {
  official: { name: officialStandard, check: checkOfficial, standIns: substituteFonts },
};

/**
 * A PDF keeps to the layout standard of its template; one that names none is not measured.
 * @param aside the clause that something else takes the place of
 */
export function checkLayout(
  pdf: Pick<PdfDocument, 'pages'>,
  layout: PrintLayout | undefined,
  aside?: string,
): readonly ProofFailure[] {
  if (layout === undefined) return [];
  const { name, check } = standards[layout];
  const deviations = check(pdf.pages).filter(({ clause }) => clause !== aside);
  return deviations.map(({ clause, page, message }) => ({
    check: 'layout',
    message: `${page === undefined ? '' : `第 ${String(page)} 页：`}${message}（${name} 第 ${clause} 条）`,
  }));
}

/** The standard that a layout follows. */
export function standardOf(layout: PrintLayout | undefined): LayoutStandard | undefined {
  return layout === undefined ? undefined : standards[layout];
}
