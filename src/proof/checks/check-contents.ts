import type { PagesOf } from './check-document.ts';
import type { ExpectedDocument } from '../expected.ts';
import type { ProofFailure } from '../result.ts';

/**
 * Every page number within the text is the number of the page where that begins which it refers to. Pages are numbered
 * straight through, so that the number printed is the number of the page in the file.
 * @param found page numbers by their place in the expected text
 */
export function checkContents(
  { pageNumbers, targets, text }: ExpectedDocument,
  found: ReadonlyMap<number, number>,
  pagesOf: PagesOf,
): readonly ProofFailure[] {
  return pageNumbers.flatMap(({ at, target }): ProofFailure[] => {
    const range = targets.get(target);
    if (range === undefined) return [failure(`页码指向 #${target}，文档里没有这个位置。`)];
    const page = firstPage(pagesOf(range));
    // Where the text differs, that is said already, and no place can be named.
    if (page === undefined) return [];
    const number = found.get(at);
    if (number === page) return [];
    const title = text.slice(range.start, range.end);
    return [failure(`目录写「${title}」在第 ${number ?? '？'} 页，实际在第 ${page} 页。`)];
  });
}

/** For printing on both sides: what shall begin on a right-hand page does, which is one with an odd number. */
export function checkRightHand({ onRightHand, text }: ExpectedDocument, pagesOf: PagesOf): readonly ProofFailure[] {
  return onRightHand.flatMap((range): ProofFailure[] => {
    const page = firstPage(pagesOf(range));
    if (page === undefined || page % 2 === 1) return [];
    const start = text.slice(range.start, Math.min(range.end, range.start + 20));
    return [{ check: 'pages', message: `「${start}」在第 ${page} 页开始，是左页；双面印时应从右页（奇数页）开始。` }];
  });
}

function firstPage(pages: ReturnType<PagesOf>): number | undefined {
  return pages === undefined || pages.size === 0 ? undefined : Math.min(...pages);
}

function failure(message: string): ProofFailure {
  return { check: 'contents', message };
}
