import type { ExpectedDocument } from '../expected.ts';
import { inked } from '../pdf/ink.ts';
import type { PdfDocument, PdfElement, PdfNode } from '../pdf/pdf-document.ts';
import { textOf } from '../flow.ts';
import type { ProofFailure } from '../result.ts';

/**
 * What a screen reader needs of a PDF, read from its tags: that there are any, that the title is shown and not the file's
 * name, tables with header cells, figures with words for them, lists of list items.
 *
 * @param tablesToo whether tables are looked at: one that lost its head is found by its rows already
 */
export function checkTags(pdf: PdfDocument, tablesToo = true): readonly ProofFailure[] {
  if (!pdf.marked || !pdf.hasStructureTree) {
    return [
      failure(
        'PDF 没有标签树（MarkInfo、StructTreeRoot），读屏软件读不了。导出时请选“带标签的 PDF”（PDF/UA）；用 Chromium 打印时设 tagged: true。',
      ),
    ];
  }
  const shown = pdf.titleShown ? [] : [failure('PDF 没有要求显示标题（ViewerPreferences 的 DisplayDocTitle）。')];
  return [
    ...shown,
    ...(tablesToo ? checkTables(pdf) : []),
    ...elementsOf(pdf).flatMap(({ element, page }) => checkElement(element, page)),
  ];
}

interface PlacedElement {
  readonly element: PdfElement;
  readonly page: number;
}

/** All elements in the order of the pages. */
function elementsOf(pdf: PdfDocument): readonly PlacedElement[] {
  return pdf.pages.flatMap(({ tree, number }) => within(tree).map((element) => ({ element, page: number })));
}

function within(node: PdfNode): readonly PdfElement[] {
  return node.kind === 'element' ? [node, ...node.children.flatMap(within)] : [];
}

/** A table that goes on has its head on every page, so that every part of it has header cells. */
function checkTables(pdf: PdfDocument): readonly ProofFailure[] {
  return elementsOf(pdf).flatMap(({ element, page }) => {
    const cells = element.role === 'Table' ? within(element).filter(({ role }) => /^T[HD]$/.test(role)) : [];
    if (cells.length === 0 || cells.some(({ role }) => role === 'TH')) return [];
    return [failure(`第 ${page} 页：表格“${excerpt(element)}”没有表头单元格（TH），读屏软件不会念列名。`)];
  });
}

function checkElement(element: PdfElement, page: number): readonly ProofFailure[] {
  const { role, alternative } = element;
  const inner = element.children.flatMap(within);
  if (role === 'Figure' && alternative === '' && !inner.some((child) => child.role === 'Figure')) {
    return [failure(`第 ${page} 页：有一张图没有替代文字，读屏软件念不出它是什么。`)];
  }
  if (role === 'L' && inner.length > 0 && !inner.some((child) => child.role === 'LI')) {
    return [failure(`第 ${page} 页：列表“${excerpt(element)}”里没有列表项（LI）。`)];
  }
  return [];
}

interface PlacedHeading {
  readonly level: number;
  readonly text: string;
  readonly page: number;
}

/** Headings as the tags have them, one that goes on over a page put together. */
function headingsOf(pdf: PdfDocument): readonly PlacedHeading[] {
  return elementsOf(pdf)
    .filter(({ element }) => /^H[1-6]$/.test(element.role))
    .map(({ element, page }) => ({ level: Number(element.role.slice(1)), text: inked(textOf(element)), page }));
}

/** The tagged headings are the document's headings, in its order and on its levels. */
export function checkHeadingTags(pdf: PdfDocument, expected: ExpectedDocument): readonly ProofFailure[] {
  if (!pdf.hasStructureTree) return [];
  const found = headingsOf(pdf);
  const { headings } = expected;
  for (const [index, heading] of headings.entries()) {
    const tagged = found[index];
    if (tagged?.text !== heading.text)
      return [failure(`标题标签第 ${index + 1} 个是“${tagged?.text ?? '（无）'}”，应为“${heading.text}”。`)];
    if (tagged.level !== heading.level) {
      const levels = `是 H${tagged.level}，应为 H${heading.level}`;
      return [failure(`第 ${tagged.page} 页：标题“${heading.text}”的标签${levels}。`)];
    }
  }
  const extra = found[headings.length];
  return extra === undefined ? [] : [failure(`第 ${extra.page} 页：标题标签“${extra.text}”在文档里没有对应的标题。`)];
}

function excerpt(element: PdfElement): string {
  return inked(textOf(element)).slice(0, 20);
}

function failure(message: string): ProofFailure {
  return { check: 'tags', message };
}
