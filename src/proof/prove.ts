import type { PrintTemplate } from '../model/template/print-template.ts';
import { alignTables } from './align-tables.ts';
import type { PagesOf } from './checks/check-document.ts';
import { checkOutline, checkProperties } from './checks/check-document.ts';
import { checkContents, checkRightHand } from './checks/check-contents.ts';
import { type FitCheck, checkFit, checkType } from './checks/check-fit.ts';
import { checkFonts, type WithoutGlyph } from './checks/check-fonts.ts';
import { checkLayout } from './checks/check-layout.ts';
import { checkPapers } from './checks/check-papers.ts';
import { checkLinks } from './checks/check-links.ts';
import { checkHeads, checkPages, checkRunningText } from './checks/check-pages.ts';
import { checkHeadingTags, checkTags } from './checks/check-tags.ts';
import { compareText, type TextComparison } from './compare-text.ts';
import { type ExpectedDocument, readExpected } from './expected.ts';
import { flowOfPages } from './flow.ts';
import { type FoundText, foundText, pageAt, pagesOfRange, stretchesOf, excerptAt } from './pdf/found-text.ts';
import { charactersOf, inked } from './pdf/ink.ts';
import type { PdfDocument } from './pdf/pdf-document.ts';
import { readPdf } from './pdf/read-pdf.ts';
import type { ProofFailure, ProofResult } from './result.ts';

/** All text of the document is in the PDF, in its order, and nothing else. */
function checkText(expected: string, found: FoundText, comparison: TextComparison): readonly ProofFailure[] {
  const { difference } = comparison;
  if (!difference) return [];
  const { expectedAt, foundAt } = difference;
  const page = pageAt(found, foundAt);
  const what =
    foundAt >= found.text.length
      ? `PDF 的文字到第 ${page} 页为止，文档后面还有 ${charactersOf(expected.slice(expectedAt)).length} 个字没有印出`
      : expectedAt >= expected.length
        ? `第 ${page} 页：PDF 比文档多出文字`
        : `第 ${page} 页：PDF 的文字与文档不一致`;
  return [
    {
      check: 'text',
      message: `${what}（全文第 ${expectedAt + 1} 字处）。`,
      excerpt: `文档：${excerptAt(expected, expectedAt)}\nPDF：${excerptAt(found.text, foundAt)}`,
    },
  ];
}

/**
 * Checks a finished PDF against its source document. Reads the PDF with pdf.js, not with the Chromium that wrote it.
 *
 * @param pdf - the whole file; not changed
 * @param html - the complete, filled, unpaginated print document
 * @param template - what the document was printed with
 * @param fitted - HTML of its article as it was made to fit, where the template says that it is
 * @returns every failure that was found; a PDF that cannot be read is one failure, never an exception
 */
export async function prove(
  pdf: Uint8Array,
  html: string,
  template: PrintTemplate,
  fitted?: string,
): Promise<ProofResult> {
  const fit = checkFit(html, fitted, template);
  const read = await tryToRead(pdf, template);
  if (read instanceof Error) return unreadable(read, pdf.byteLength);
  return template.fold === true ? compare(read, fit, leafOf(template)) : compare(read, fit, template);
}

/** The template with the page that lies on half a sheet. */
function leafOf(template: PrintTemplate): PrintTemplate {
  const { width, height } = template.page;
  return { ...template, page: { width: width / 2, height } };
}

async function tryToRead(pdf: Uint8Array, { layout, papers = [], fold }: PrintTemplate): Promise<PdfDocument | Error> {
  try {
    const places = [layout, ...papers.map((paper) => paper.layout)].some((standard) => standard !== undefined);
    return await readPdf(pdf, { places, fold: fold === true });
  } catch (error) {
    // pdf.js throws many kinds for damaged files; whatever it is, this PDF is not proven.
    return error instanceof Error ? error : new Error(String(error));
  }
}

function unreadable(error: Error, bytes: number): ProofResult {
  const message = `PDF 读不出来（${bytes} 字节）：${error.message}。文件不完整或已损坏，请重新打印。`;
  return {
    ok: false,
    failures: [{ check: 'readable', message }],
    pages: 0,
    fonts: [],
    charactersCompared: 0,
    rowsCompared: 0,
  };
}

/** Where the characters stand that have no glyph. */
function withoutGlyphByPage(found: FoundText, { withoutGlyph }: TextComparison): WithoutGlyph {
  const placed = withoutGlyph.map(({ character, foundAt }) => ({ character, page: pageAt(found, foundAt) }));
  const byPage = Map.groupBy(placed, ({ page }) => page);
  return new Map([...byPage].map(([page, all]) => [page, all.map(({ character }) => character)]));
}

function compare(pdf: PdfDocument, fit: FitCheck, template: PrintTemplate): ProofResult {
  const { html } = fit;
  const expected = readExpected(html);
  const running = checkRunningText(pdf, expected.title, template, expected.heads);
  const flow = flowOfPages(pdf.pages, running.rest);
  const tables = alignTables(flow, expected.tables);
  const found = foundText(tables.segments);
  const text = compareText(expected.text, found.text);
  const pagesOf: PagesOf = ({ start, end }) =>
    text.difference ? undefined : pagesOfRange(found, text.pageEnds, start, end);
  const failures: readonly ProofFailure[] = [
    ...fit.failures,
    ...(template.fit === undefined ? [] : checkType(pdf, template.fit)),
    ...checkProperties(pdf, expected),
    ...checkPages(pdf, template),
    ...running.failures,
    ...(text.difference ? [] : checkHeads(running.heads, expected, stretchesOf(found, text.pageEnds))),
    ...checkText(expected.text, found, text),
    ...tables.failures,
    ...checkFonts(pdf, html, withoutGlyphByPage(found, text)),
    ...checkHeadings(pdf, expected, pagesOf, template),
    ...checkLinks(pdf, expected, pagesOf),
    ...checkContents(expected, text.pageNumbers, pagesOf),
    ...checkRightHand(expected, pagesOf),
    ...checkTags(pdf, tables.failures.length === 0),
    ...checkLayout(pdf, template.layout),
    ...checkPapers(pdf, expected, template, { pagesOf, heads: running.heads }),
  ];
  const figures = {
    pages: pdf.pages.length,
    fonts: [...new Set(pdf.fonts.map((font) => font.name))],
    charactersCompared: charactersOf(inked(expected.text)).length,
    rowsCompared: tables.rowsCompared,
    ...(fit.figures !== undefined && { fit: fit.figures }),
  };
  const [first, ...others] = failures;
  return first ? { ok: false, failures: [first, ...others], ...figures } : { ok: true, failures: [], ...figures };
}

/** Outline and tags are both made of the headings: what is wrong with one of these is said once. */
function checkHeadings(
  pdf: PdfDocument,
  expected: ExpectedDocument,
  pagesOf: PagesOf,
  { outlineDepth }: PrintTemplate,
): readonly ProofFailure[] {
  const outline = checkOutline(pdf, expected, pagesOf, outlineDepth);
  return outline.length > 0 ? outline : checkHeadingTags(pdf, expected);
}
