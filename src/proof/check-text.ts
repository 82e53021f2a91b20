import type { TextComparison } from './compare-text.ts';
import type { FoundText } from './found-text.ts';
import { excerptAt, pageAt } from './found-text.ts';
import { charactersOf } from './ink.ts';
import type { ProofFailure } from './result.ts';

/** All text of the document is in the PDF, in its order, and nothing else. */
export function checkText(expected: string, found: FoundText, comparison: TextComparison): readonly ProofFailure[] {
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
