import { type Deviation, mm } from './deviation.ts';
import { faceTitles, isFace } from './faces.ts';
import type { LayoutPage, Line } from './lines.ts';
import { isSize, mmPerPoint, pageNumberGap, sizes, typeArea } from './measures.ts';

/** A dash stands so far above its baseline, in em. */
const dashHeight = 0.3;
/** Millimetres by which a place may differ. */
const tolerance = 1.5;

/** 7.5: 四号 半角宋体 between dashes, 7 mm below the type area, one character in: odd pages right, even pages left. */
export function checkPageNumber(page: LayoutPage): readonly Deviation[] {
  const line = page.pageNumber;
  if (line === undefined) return [{ clause: '7.5', page: page.number, message: '版心下边缘之下没有页码。' }];
  const found = [form(line, page), type(line), height(line), side(line, page)];
  return found
    .filter((message) => message !== undefined)
    .map((message) => ({ clause: '7.5', page: page.number, message }));
}

function form({ text }: Line, { number }: LayoutPage): string | undefined {
  if (/^[—–－-]\s*\d+\s*[—–－-]$/u.test(text) && Number(/\d+/.exec(text)?.[0]) === number) return undefined;
  return `页码写作“${text}”，应为“— ${String(number)} —”。`;
}

function type({ size, fonts }: Line): string | undefined {
  if (!isSize(size, sizes.pageNumber)) return `页码是 ${size.toFixed(1)} pt，应为四号（14 pt）。`;
  const wrong = fonts.find((font) => !isFace(font, 'songTi'));
  return wrong === undefined ? undefined : `页码用了 ${wrong}，应为${faceTitles.songTi}。`;
}

function height({ baseline, size }: Line): string | undefined {
  const gap = (baseline - dashHeight * size) * mmPerPoint - typeArea.top - typeArea.height;
  if (Math.abs(gap - pageNumberGap) <= 1) return undefined;
  return `页码的一字线在版心下边缘之下 ${mm(gap)}，应为 7 mm。`;
}

function side({ start, end, size }: Line, { number, left }: LayoutPage): string | undefined {
  const odd = number % 2 === 1;
  const space = odd ? left + typeArea.width - end * mmPerPoint : start * mmPerPoint - left;
  if (Math.abs(space - size * mmPerPoint) <= tolerance) return undefined;
  const edge = odd ? '右' : '左';
  return `${odd ? '单' : '双'}页码距版心${edge}边缘 ${mm(space)}，应居${edge}空一字（4.9 mm）。`;
}
