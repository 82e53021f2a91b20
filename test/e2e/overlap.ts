import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * A stretch of text as it stands on a page; points, from the page's top left. Half of a punctuation mark is empty, and
 * Chromium sets neighbours over it: it does not count.
 */
export interface TextRun {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the ink of Chinese characters, not of the line. */
  readonly top: number;
  readonly bottom: number;
}

/** The title in the properties of a PDF. */
export async function titleOf(pdf: Uint8Array): Promise<string> {
  const task = getDocument({ data: new Uint8Array(pdf) });
  const { info } = await (await task.promise).getMetadata();
  await task.destroy();
  return (info as { readonly Title?: string }).Title ?? '';
}

/** Ink of a Chinese character above and below its baseline, in em; a little less than the glyphs have at most. */
const above = 0.78;
const below = 0.04;

/** Reads where the text of a PDF stands. Runs of white space alone are left out. */
export async function textRuns(pdf: Uint8Array): Promise<TextRun[]> {
  const task = getDocument({ data: new Uint8Array(pdf) });
  const document = await task.promise;
  const runs: TextRun[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [, , , height = 0] = page.view;
    for (const item of (await page.getTextContent()).items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [, , skew, scale, left, baseline] = item.transform as [number, number, number, number, number, number];
      const size = Math.hypot(skew, scale);
      const y = height - baseline;
      const sides = {
        left: left + (/^[（《「『【“‘]/u.test(item.str) ? size / 2 : 0),
        right: left + item.width - (/[，。、；：？！）》」』】”’]$/u.test(item.str) ? size / 2 : 0),
      };
      runs.push({ page: number, text: item.str, ...sides, top: y - above * size, bottom: y + below * size });
    }
  }
  await task.destroy();
  return runs;
}

/** Rounding of Chromium and pdf.js together, in points. */
const tolerance = 0.6;

/** Every two runs of a page that lie upon each other: `第 2 页：「每月」与「客服经理」`. */
export function overlaps(runs: readonly TextRun[]): string[] {
  const found: string[] = [];
  for (const [index, run] of runs.entries()) {
    for (const other of runs.slice(index + 1)) {
      if (other.page !== run.page) break;
      const width = Math.min(run.right, other.right) - Math.max(run.left, other.left);
      const height = Math.min(run.bottom, other.bottom) - Math.max(run.top, other.top);
      if (width > tolerance && height > tolerance) found.push(`第 ${run.page} 页：「${run.text}」与「${other.text}」`);
    }
  }
  return found;
}

/** The part of a page that holds the document's own text, in points from its top left. */
export interface TypeArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Runs that stand beyond the type area, the texts of the margin boxes aside. */
export function outside(runs: readonly TextRun[], area: TypeArea, running: ReadonlySet<string>): string[] {
  const beyond = ({ left, right, top, bottom }: TextRun): boolean =>
    left < area.left - tolerance ||
    right > area.right + tolerance ||
    top < area.top - tolerance ||
    bottom > area.bottom + tolerance;
  return runs
    .filter((run) => !running.has(run.text.replace(/\s/g, '')) && beyond(run))
    .map((run) => `第 ${run.page} 页：「${run.text}」`);
}

/** Lines that end with an opening bracket or quotation mark. */
export function wrongLineEnds(runs: readonly TextRun[]): string[] {
  return runs
    .filter((run) => /[（《「『【“‘]$/u.test(run.text) && endsLine(run, runs))
    .map((run) => `第 ${run.page} 页：「${run.text}」`);
}

function endsLine(run: TextRun, runs: readonly TextRun[]): boolean {
  return !runs.some((other) => {
    if (other === run || other.page !== run.page) return false;
    const gap = other.left - run.right;
    const behind = Math.abs(other.bottom - run.bottom) < 2 && gap > -3 && gap < 9;
    const label = other.top > run.bottom - 2 && other.top < run.bottom + 8 && gap > -12 && gap < 40;
    return behind || label;
  });
}

/** Lines that begin with what no Chinese line begins with. */
export function wrongLineStarts(runs: readonly TextRun[]): string[] {
  return runs
    .filter((run) => /^[，。、；：？！）》」』】〉”’]/u.test(run.text) && beginsLine(run, runs))
    .map((run) => `第 ${run.page} 页：「${run.text}」`);
}

/** Nothing stands to the left of it, neither text nor a blank, of which only the label below its rule is text. */
function beginsLine(run: TextRun, runs: readonly TextRun[]): boolean {
  return !runs.some((other) => {
    if (other === run || other.page !== run.page) return false;
    const gap = run.left - other.right;
    const before = Math.abs(other.bottom - run.bottom) < 2 && gap > -3 && gap < 9;
    const label = other.top > run.bottom - 2 && other.top < run.bottom + 8 && gap > -12 && gap < 40;
    return before || label;
  });
}
