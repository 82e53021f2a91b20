import type { TextRun } from '../pdf/text-runs.ts';
import type { Deviation } from './deviation.ts';
import { type Face, faceTitles, isBold, isFace } from './faces.ts';
import type { Level } from './levels.ts';
import { bodyLines, headingLevel, type LayoutPage, type Line, smallText } from './lines.ts';
import { isSize, mmPerPoint, sizes, smallestText, typeArea } from './measures.ts';
import { annexMark, isIndented, type Paragraph } from './paragraphs.ts';

const faceOfLevel: Readonly<Record<Level, Face>> = { 1: 'heiTi', 2: 'kaiTi', 3: 'fangSong', 4: 'fangSong' };
const nameOfLevel: Readonly<Record<Level, string>> = { 1: '第一层', 2: '第二层', 3: '第三层', 4: '第四层' };

/** 5.2.2 and 7.3.1: text is 三号; a title is 二号 小标宋 in the middle. */
export function checkSizes(pages: readonly LayoutPage[]): readonly Deviation[] {
  const deviations = pages.flatMap((page) => page.lines.flatMap((line) => checkSize(line, page)));
  const titled = pages[0]?.lines.some(({ size }) => isSize(size, sizes.title)) ?? true;
  const first = pages[0]?.number ?? 1;
  const title = titled ? [] : [{ clause: '7.3.1', page: first, message: '没有二号（22 pt）的标题。' }];
  return [...title, ...checkBodySize(pages), ...deviations];
}

/** Most of the text is 三号. Small type is taken for that of tables, unless it runs from edge to edge as text does. */
function checkBodySize(pages: readonly LayoutPage[]): readonly Deviation[] {
  const body = pages.flatMap(bodyLines);
  const running = pages.flatMap(smallText);
  const small = running.length === 0 && body.length === 0 ? pages.flatMap(({ runs }) => runs) : running;
  const usual = usualSize(small);
  if (usual === undefined || usual >= smallestText || charactersOf(small) <= charactersOf(body)) return [];
  const message = `正文多为 ${usual.toFixed(1)} pt，应为三号（16 pt）。`;
  return [{ clause: '5.2.2', page: pages[0]?.number ?? 1, message }];
}

function charactersOf(texts: readonly { readonly text: string }[]): number {
  return texts.reduce((sum, { text }) => sum + text.length, 0);
}

/** The size that most characters have. */
function usualSize(texts: readonly Pick<TextRun, 'size' | 'text'>[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { size, text } of texts) {
    const rounded = Math.round(size * 10) / 10;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

function checkSize(line: Line, page: LayoutPage): readonly Deviation[] {
  const found = `“${line.text.slice(0, 12)}”`;
  if (isSize(line.size, sizes.body)) return [];
  if (!isSize(line.size, sizes.title)) {
    const message = `${found}是 ${line.size.toFixed(1)} pt，正文应为三号（16 pt），标题应为二号（22 pt）。`;
    return [{ clause: '5.2.2', page: page.number, message }];
  }
  return [...checkTitleFace(line, page, found), ...checkCentred(line, page, found)];
}

function checkTitleFace({ fonts }: Line, { number }: LayoutPage, found: string): readonly Deviation[] {
  const wrong = fonts.find((font) => !isFace(font, 'xiaoBiaoSong'));
  if (wrong === undefined) return [];
  return [{ clause: '7.3.1', page: number, message: `标题${found}用了 ${wrong}，应为小标宋。` }];
}

/** The width of a blank in a title is unknown from the text alone. */
function checkCentred(
  { start, end, open, baseline, size }: Line,
  page: LayoutPage,
  found: string,
): readonly Deviation[] {
  const off = ((start + end) / 2) * mmPerPoint - (page.left + typeArea.width / 2);
  const isLabel = (run: TextRun): boolean =>
    run.size < smallestText && run.baseline > baseline && run.baseline < baseline + size;
  if (open || page.runs.some(isLabel) || Math.abs(off) <= 2) return [];
  return [{ clause: '7.3.1', page: page.number, message: `标题${found}偏离版心中线 ${off.toFixed(1)} mm，应居中。` }];
}

/** 7.3.3: 黑体, 楷体, 仿宋, 仿宋 by level, none of them bold; the mark of an annex is 黑体 (7.3.7). */
export function checkFaces(paragraph: Paragraph): readonly Deviation[] {
  const [first] = paragraph;
  if (first === undefined) return [];
  const { line, page } = first;
  const text = line.text.slice(0, 12);
  const isMark = annexMark.test(line.text);
  const level = isIndented(paragraph) ? headingLevel(line, page) : undefined;
  const face = isMark ? 'heiTi' : level === undefined ? 'fangSong' : faceOfLevel[level];
  const what = isMark ? '附件序号' : level === undefined ? '正文' : `${nameOfLevel[level]}标题`;
  const clause = isMark ? '7.3.7' : '7.3.3';
  const fonts = paragraph.flatMap(({ line: { fonts: all } }) => all);
  const bold = fonts.find(isBold);
  if (bold !== undefined) {
    return [{ clause, page: page.number, message: `${what}“${text}”用了 ${bold}：不应加粗。` }];
  }
  const wrong = fonts.find((font) => !isFace(font, face) && !isLatin(font) && !mayBeNote(font, level, paragraph));
  if (wrong === undefined) return [];
  return [{ clause, page: page.number, message: `${what}“${text}”用了 ${wrong}，应为${faceTitles[face]}。` }];
}

/** Latin letters and figures may have a face of their own. */
function isLatin(font: string): boolean {
  return /times|arial|helvetica|calibri|cambria/i.test(font);
}

/** What is neither heading nor text, such as the note below a title, may be 楷体. */
function mayBeNote(font: string, level: Level | undefined, paragraph: Paragraph): boolean {
  return level === undefined && !isIndented(paragraph) && isFace(font, 'kaiTi');
}
