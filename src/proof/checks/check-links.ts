import type { PagesOf } from './check-document.ts';
import { isSameText } from '../compare-text.ts';
import type { ExpectedDocument, ExpectedLink } from '../expected.ts';
import { textOf } from '../flow.ts';
import { readable } from '../pdf/found-text.ts';
import { inkedWithJoints, PAGE_END } from '../pdf/ink.ts';
import { textAndNotes } from '../page-notes.ts';
import type { PdfDocument, PdfNode, PdfPage } from '../pdf/pdf-document.ts';
import type { ProofFailure } from '../result.ts';

interface PdfLink {
  readonly text: string;
  /** Page that the link stands on. */
  readonly page: number;
  /** Page that it leads to. */
  readonly target: number | undefined;
}

/** Every internal link of the document is a link in the PDF and leads to a page that holds its target. */
export function checkLinks(pdf: PdfDocument, expected: ExpectedDocument, pagesOf: PagesOf): readonly ProofFailure[] {
  const parts = pdf.pages.map((page) => ({ page, ...textAndNotes(page.tree) }));
  const links = [
    ...parts.flatMap(({ page, text }) => linksOf(page, text)),
    ...parts.flatMap(({ page, notes }) => linksOf(page, notes)),
  ];
  const failures: ProofFailure[] = [];
  let next = 0;
  for (const link of expected.links) {
    if (link.target === undefined) continue;
    const range = expected.targets.get(link.target);
    if (!range) {
      failures.push({
        check: 'links',
        message: `链接「${readable(link.text)}」指向 #${link.target}，文档里没有这个位置。`,
      });
      continue;
    }
    const parts = partsOf(link, links, next);
    const [first] = parts;
    if (!first) {
      failures.push({
        check: 'links',
        message: `链接「${readable(link.text)}」（#${link.target}）在 PDF 里不是内部链接。`,
      });
      continue;
    }
    next = links.indexOf(first) + parts.length;
    const pages = pagesOf(range);
    const stray = parts.find((part) => part.target === undefined || pages?.has(part.target) === false);
    if (stray) failures.push({ check: 'links', message: strayMessage(link, stray, pages) });
  }
  return failures;
}

function strayMessage(link: ExpectedLink, stray: PdfLink, pages: ReadonlySet<number> | undefined): string {
  const leads = stray.target === undefined ? '没有落点' : `跳到第 ${stray.target} 页`;
  const wanted = pages === undefined ? '' : `，#${link.target ?? ''} 在第 ${[...pages].join('、')} 页`;
  return `第 ${stray.page} 页：链接「${readable(link.text)}」${leads}${wanted}。`;
}

/** A link may stand in as many parts as pages can end inside it. */
const MOST_PARTS = 3;

/** The link as it stands in the PDF: in two or more parts when a page ends inside it. Empty if it is not there. */
function partsOf(link: ExpectedLink, links: readonly PdfLink[], from: number): readonly PdfLink[] {
  for (let start = from; start < links.length; start++) {
    for (let count = 1; count <= MOST_PARTS; count++) {
      const parts = links.slice(start, start + count);
      if (isSameText(link.text, parts.map((part) => part.text + PAGE_END).join(''))) return parts;
    }
  }
  return [];
}

function linksOf(page: PdfPage, node: PdfNode): readonly PdfLink[] {
  if (node.kind !== 'element') return [];
  if (node.role !== 'Link') return node.children.flatMap((child) => linksOf(page, child));
  const marks = node.children.filter((child) => child.kind === 'annotation');
  const destination = marks.map((mark) => page.links.get(mark.id)).find((found) => found !== undefined);
  return destination ? [{ text: inkedWithJoints(textOf(node)), page: page.number, target: destination.page }] : [];
}
