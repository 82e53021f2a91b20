import type { PrintTemplate } from '../../model/template/print-template.ts';
import type { PagesOf } from './check-document.ts';
import { checkType } from './check-fit.ts';
import { checkLayout } from './check-layout.ts';
import type { ExpectedDocument, ExpectedPaper } from '../expected.ts';
import { inked } from '../pdf/ink.ts';
import type { PdfDocument, PdfPage } from '../pdf/pdf-document.ts';
import type { ProofFailure } from '../result.ts';
import type { TextRun } from '../pdf/text-runs.ts';

/** GB/T 9704-2012, 7.5: the page number; a booklet numbers its pages itself. */
const pageNumberClause = '7.5';

/**
 * Each paper of a booklet holds what its own template holds: number of pages, smallest type, layout standard.
 * @param heads running head of each page
 */
export function checkPapers(
  pdf: PdfDocument,
  expected: ExpectedDocument,
  template: PrintTemplate,
  { pagesOf, heads }: { readonly pagesOf: PagesOf; readonly heads: ReadonlyMap<number, string> },
): readonly ProofFailure[] {
  return expected.papers.flatMap((paper, index): readonly ProofFailure[] => {
    const own = template.papers?.find(({ name }) => name === paper.template);
    const numbers = pagesOf(paper);
    if (own === undefined || numbers === undefined) return [];
    const pages = pdf.pages.filter(({ number }) => numbers.has(number));
    const around = { total: pdf.pages.length, title: expected.title };
    const bare = pages.map((page) =>
      withoutRunning(
        page,
        template.runningText({ ...around, number: page.number, head: heads.get(page.number) ?? '' }),
      ),
    );
    return [
      ...checkCount(pages.length, own, { paper, index, text: expected.text }),
      ...(own.fit === undefined ? [] : checkType({ pages }, own.fit)),
      ...checkLayout({ pages: bare }, own.layout, pageNumberClause),
    ];
  });
}

function checkCount(
  count: number,
  { title, pages: { min, max } }: PrintTemplate,
  { paper, index, text }: { readonly paper: ExpectedPaper; readonly index: number; readonly text: string },
): readonly ProofFailure[] {
  if (count >= min && count <= max) return [];
  const start = text.slice(paper.start, Math.min(paper.end, paper.start + 20));
  const allowed = min === max ? `${max} 页` : `${min} 至 ${max} 页`;
  return [
    { check: 'pages', message: `第 ${index + 1} 份材料「${start}」有 ${count} 页，版式「${title}」只许 ${allowed}。` },
  ];
}

/** A page without the lines that run around it, so that what is measured is the paper's own text. */
function withoutRunning(page: PdfPage, running: readonly string[]): PdfPage {
  const texts = new Set(running.map(inked));
  const lines = Map.groupBy(page.runs, ({ baseline }) => Math.round(baseline));
  const textOf = (run: TextRun): string =>
    inked(
      (lines.get(Math.round(run.baseline)) ?? [])
        .toSorted((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(''),
    );
  return { ...page, runs: page.runs.filter((run) => !texts.has(textOf(run))) };
}
