/** Takes the pages off the sheets of a folded booklet, so that they can be proven as pages. */
import type { Half } from '../checks/half-page.ts';
import type { PageContent } from './page-content.ts';
import type { PdfDestination, PdfElement, PdfNode, PdfPage } from './pdf-document.ts';

/** A link, and where it stands, in points from the left. */
export interface PlacedLink extends PdfDestination {
  readonly x: number;
}

interface HalfFace {
  readonly half: Half;
  /** Of the page that lies there. */
  readonly number: number;
  /** Points from the left edge. */
  readonly middle: number;
  /** What is painted on this half. */
  readonly content: PageContent;
  /** The face's tags with this half's text. */
  readonly tree: PdfElement;
}

/** One of the two pages of a face. */
export function halfOfFace(face: PdfPage, { half, number, middle, content, tree }: HalfFace): PdfPage {
  const here = (x: number): boolean => (x < middle ? 'left' : 'right') === half;
  const shift = half === 'right' ? middle : 0;
  const links = [...face.links].filter(([, link]) => here((link as PlacedLink).x));
  const kept = pruned(tree, new Set(links.map(([id]) => id)));
  return {
    ...face,
    number,
    width: face.width / 2,
    untaggedStart: content.untaggedStart,
    tree: { ...tree, children: kept },
    links: new Map(links),
    glyphFindings: content.findings,
    runs: face.runs.filter(({ x }) => here(x)).map((run) => ({ ...run, x: run.x - shift })),
  };
}

/** Elements of which nothing stands on this half belong to the other one. */
function pruned(element: PdfElement, links: ReadonlySet<string>): readonly PdfNode[] {
  return element.children.flatMap((child): readonly PdfNode[] => {
    if (child.kind === 'text') return [child];
    if (child.kind === 'annotation') return links.has(child.id) ? [child] : [];
    const children = pruned(child, links);
    // A picture has no text that identifies its half; one without words for it must be found.
    const wordless = child.role === 'Figure' && child.alternative === '' && !holdsFigure(child);
    return children.length === 0 && !wordless ? [] : [{ ...child, children }];
  });
}

function holdsFigure(element: PdfElement): boolean {
  return element.children.some((child) => child.kind === 'element' && (child.role === 'Figure' || holdsFigure(child)));
}

/** Pages in their order, without the empty ones that only fill the last sheet: three at most. */
export function inOrder(pages: readonly PdfPage[]): readonly PdfPage[] {
  const sorted = pages.toSorted((a, b) => a.number - b.number);
  const last = sorted.findLastIndex(({ tree, untaggedStart }) => tree.children.length > 0 || untaggedStart !== '');
  return sorted.slice(0, Math.max(last + 1, sorted.length - 3));
}
