import type { PrintTemplate } from '../../model/template/print-template.ts';
import type { ExpectedDocument, ExpectedHead } from '../expected.ts';
import type { PdfDocument, PdfPage } from '../pdf/pdf-document.ts';
import type { ProofFailure } from '../result.ts';
import { inked } from '../pdf/ink.ts';

/**
 * Takes the texts of the margin boxes off the untagged text that a page begins with. The boxes may stand in any order.
 *
 * @returns the rest, or `undefined` when the texts do not stand there
 */
export function withoutRunningText(untagged: string, expected: readonly string[]): string | undefined {
  const texts = expected.map(inked).filter((text) => text !== '');
  return takeAll(inked(untagged), texts);
}

function takeAll(from: string, texts: readonly string[]): string | undefined {
  if (texts.length === 0) return from;
  for (const [index, text] of texts.entries()) {
    if (!from.startsWith(text)) continue;
    const rest = takeAll(from.slice(text.length), texts.toSpliced(index, 1));
    if (rest !== undefined) return rest;
  }
  return undefined;
}

/** Chromium rounds page boxes to whole CSS pixels, 0.26 mm. */
const TOLERANCE_MM = 0.5;

/** Every page has the template's size, and the template's number of pages holds. */
export function checkPages(pdf: PdfDocument, template: PrintTemplate): readonly ProofFailure[] {
  const failures: ProofFailure[] = [];
  const { min, max } = template.pages;
  const count = pdf.pages.length;
  if (count < min || count > max) {
    failures.push({
      check: 'pages',
      message: `PDF 有 ${count} 页，版式「${template.title}」只许 ${min} 至 ${max} 页。`,
    });
  }
  const { width, height } = template.page;
  for (const page of pdf.pages) {
    if (Math.abs(page.width - width) <= TOLERANCE_MM && Math.abs(page.height - height) <= TOLERANCE_MM) continue;
    const found = `${page.width.toFixed(1)} × ${page.height.toFixed(1)}`;
    failures.push({
      check: 'pages',
      message: `第 ${page.number} 页的纸张是 ${found} mm，应为 ${width} × ${height} mm。`,
    });
  }
  return failures;
}

/** What a page holds outside the running heads, before its first tagged text. */
export interface RunningTextCheck {
  readonly rest: ReadonlyMap<number, string>;
  /** Which of the document's running heads each page has; blank pages aside. */
  readonly heads: ReadonlyMap<number, string>;
  readonly failures: readonly ProofFailure[];
}

/**
 * Every page has exactly the running heads of the template.
 * @param heads those of the document's parts; which belongs to a page is known once the text is: see {@link checkHeads}
 */
export function checkRunningText(
  pdf: PdfDocument,
  title: string,
  template: PrintTemplate,
  heads: readonly ExpectedHead[] = [],
): RunningTextCheck {
  const rest = new Map<number, string>();
  const found = new Map<number, string>();
  const failures: ProofFailure[] = [];
  const known = [...new Set(['', ...heads.map(({ head }) => head)])];
  for (const page of pdf.pages) {
    const { number, untaggedStart } = page;
    const blank = isBlank(page);
    const expected = (head: string) => template.runningText({ number, total: pdf.pages.length, title, head, blank });
    const fitting = known.flatMap((head) => {
      const left = withoutRunningText(untaggedStart, expected(head));
      return left === undefined ? [] : [{ head, left }];
    });
    // Of two titles of which one begins with the other, the page has the one that leaves nothing over.
    const [best] = fitting.toSorted((a, b) => a.left.length - b.left.length);
    rest.set(number, best?.left ?? '');
    if (best !== undefined && !blank) found.set(number, best.head);
    if (best !== undefined) continue;
    const excerpt = `版式：${expected(heads[0]?.head ?? '').join('｜')}\nPDF：${untaggedStart.slice(0, 80)}`;
    failures.push({
      check: 'running-text',
      message: `第 ${number} 页的页眉页脚与版式「${template.title}」不一致。`,
      excerpt,
    });
  }
  return { rest, heads: found, failures };
}

function isBlank({ tree }: PdfPage): boolean {
  return tree.children.length === 0;
}

/** A page and the stretch of the document's text that it holds. */
export interface PageStretch {
  readonly page: number;
  readonly from: number;
  readonly to: number;
}

/**
 * In a document of several parts, every page has the running head of its own part; the page on which a part begins, where
 * its title stands itself, has none. The notes of a page, which are read behind all text, belong to no part.
 */
export function checkHeads(
  found: RunningTextCheck['heads'],
  { heads, notesFrom }: Pick<ExpectedDocument, 'heads' | 'notesFrom'>,
  stretches: readonly PageStretch[],
): readonly ProofFailure[] {
  if (heads.length === 0) return [];
  const ofText = stretches.filter(({ from }) => from < notesFrom);
  return ofText.flatMap(({ page, from, to }): ProofFailure[] => {
    const begins = heads.some(({ start }) => start >= from && start < to);
    const expected = begins ? '' : (heads.findLast(({ start }) => start < from)?.head ?? '');
    const head = found.get(page) ?? '';
    if (head === expected) return [];
    return [{ check: 'running-text', message: `第 ${page} 页的页眉是「${head}」，应为「${expected}」。` }];
  });
}
