import type { ExpectedDocument, ExpectedRange } from '../expected.ts';
import { inked } from '../pdf/ink.ts';
import type { PdfDocument } from '../pdf/pdf-document.ts';
import type { ProofFailure } from '../result.ts';

/** Pages that hold a stretch of the document; `undefined` when the text differs, so that no place can be named. */
export type PagesOf = (range: ExpectedRange) => ReadonlySet<number> | undefined;

/** Title and language of the file. */
export function checkProperties(pdf: PdfDocument, expected: ExpectedDocument): readonly ProofFailure[] {
  const failures: ProofFailure[] = [];
  if (pdf.title !== expected.title) {
    failures.push({ check: 'title', message: `PDF 的标题是「${pdf.title}」，应为「${expected.title}」。` });
  }
  if (pdf.language.toLowerCase() !== expected.language.toLowerCase()) {
    failures.push({ check: 'language', message: `PDF 的语言是「${pdf.language}」，应为「${expected.language}」。` });
  }
  return failures;
}

/**
 * The outline is the list of headings: same order, same depth, each leading to the page of its heading.
 * @param depth levels that it has; headings below them are not in it
 */
export function checkOutline(
  pdf: PdfDocument,
  expected: ExpectedDocument,
  pagesOf: PagesOf,
  depth = Infinity,
): readonly ProofFailure[] {
  const { outline } = pdf;
  const deep = outline.findIndex((entry) => entry.depth > depth);
  if (deep >= 0) {
    const place = `大纲第 ${deep + 1} 项「${outline[deep]?.title ?? ''}」`;
    return [outlineFailure(`${place}是第 ${outline[deep]?.depth ?? 0} 级，这个版式的大纲只有 ${depth} 级。`)];
  }
  const headings = expected.headings.filter((heading) => heading.depth <= depth);
  for (let index = 0; index < Math.max(outline.length, headings.length); index++) {
    const heading = headings[index];
    const entry = outline[index];
    const place = `大纲第 ${index + 1} 项`;
    if (!entry) return [outlineFailure(`大纲里没有标题「${heading?.text ?? ''}」，应是第 ${index + 1} 项。`)];
    if (!heading) return [outlineFailure(`${place}「${entry.title}」在文档里没有对应的标题。`)];
    if (inked(entry.title) !== heading.text)
      return [outlineFailure(`${place}是「${entry.title}」，应为「${heading.text}」。`)];
    if (entry.depth !== heading.depth) {
      return [outlineFailure(`${place}「${entry.title}」是第 ${entry.depth} 级，应为第 ${heading.depth} 级。`)];
    }
    const pages = pagesOf(heading);
    const { page } = entry.destination;
    if (page === undefined || pages?.has(page) === false) {
      return [
        outlineFailure(
          `${place}「${entry.title}」指向${page === undefined ? '不存在的页' : `第 ${page} 页`}，标题不在那里。`,
        ),
      ];
    }
  }
  return [];
}

function outlineFailure(message: string): ProofFailure {
  return { check: 'outline', message };
}
