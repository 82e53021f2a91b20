import type { PrintTemplate } from '../../model/print-template.ts';
import type { PdfDocument } from './pdf-document.ts';
import type { ProofFailure } from './result.ts';
import { withoutRunningText } from './running-text.ts';

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
  readonly failures: readonly ProofFailure[];
}

/** Every page has exactly the running heads of the template. */
export function checkRunningText(pdf: PdfDocument, title: string, template: PrintTemplate): RunningTextCheck {
  const rest = new Map<number, string>();
  const failures: ProofFailure[] = [];
  for (const { number, untaggedStart } of pdf.pages) {
    const expected = template.runningText({ number, total: pdf.pages.length, title });
    const left = withoutRunningText(untaggedStart, expected);
    rest.set(number, left ?? '');
    if (left !== undefined) continue;
    const excerpt = `版式：${expected.join('｜')}\nPDF：${untaggedStart.slice(0, 80)}`;
    failures.push({
      check: 'running-text',
      message: `第 ${number} 页的页眉页脚与版式「${template.title}」不一致。`,
      excerpt,
    });
  }
  return { rest, failures };
}
