import { type Deviation, mm } from './deviation.ts';
import { bodyLines, indentOf, type LayoutPage } from './lines.ts';
import { lineTop, mmPerPoint, typeArea } from './measures.ts';

/** 5.1 and 5.2.1: paper, margins, and that nothing but the page number stands outside the type area. */
export function checkTypeArea(page: LayoutPage): readonly Deviation[] {
  return [...checkPaper(page), ...checkTop(page), ...checkLeft(page), ...checkInside(page)];
}

function checkPaper({ number, width, height }: LayoutPage): readonly Deviation[] {
  if (Math.abs(width - 210) <= 0.5 && Math.abs(height - 297) <= 0.5) return [];
  return [
    { clause: '5.1', page: number, message: `纸张是 ${mm(width)} × ${mm(height)}，应为 A4（210 mm × 297 mm）。` },
  ];
}

/** Text that begins a page begins at the head margin; a title may stand lower. */
function checkTop(page: LayoutPage): readonly Deviation[] {
  const [first] = page.lines;
  if (first === undefined || first !== bodyLines(page)[0]) return [];
  const top = lineTop(first.baseline);
  const whole = page.runs.every(({ baseline }) => baseline >= first.baseline - 2);
  if (!whole || Math.abs(top - typeArea.top) <= typeArea.tolerance) return [];
  return [{ clause: '5.2.1', page: page.number, message: `天头（上白边）是 ${mm(top)}，应为 37 mm±1 mm。` }];
}

function checkLeft(page: LayoutPage): readonly Deviation[] {
  const lines = bodyLines(page).filter((line) => indentOf(line, page) < 1.2);
  if (lines.length === 0) return [];
  const left = Math.min(...lines.map(({ start }) => start)) * mmPerPoint;
  if (Math.abs(left - page.left) <= typeArea.tolerance) return [];
  return [{ clause: '5.2.1', page: page.number, message: `订口（左白边）是 ${mm(left)}，应为 28 mm±1 mm。` }];
}

/** Nothing but the page number stands beyond an edge. */
function checkInside(page: LayoutPage): readonly Deviation[] {
  const right = page.left + typeArea.width;
  const bottom = typeArea.top + typeArea.height;
  const { tolerance } = typeArea;
  const outside = page.runs.find(({ x, width, baseline, size }) => {
    const wide = x * mmPerPoint < page.left - tolerance || (x + width) * mmPerPoint > right + tolerance;
    const high =
      (baseline - size) * mmPerPoint < typeArea.top - tolerance || baseline * mmPerPoint > bottom + tolerance;
    return wide || high;
  });
  if (outside === undefined) return [];
  const { x, width, baseline, text } = outside;
  const place = `左 ${mm(x * mmPerPoint)}，右 ${mm((x + width) * mmPerPoint)}，基线 ${mm(baseline * mmPerPoint)}`;
  const area = `${mm(page.left)} 至 ${mm(right)}、${mm(typeArea.top)} 至 ${mm(bottom)}`;
  return [
    { clause: '5.2.1', page: page.number, message: `“${text.slice(0, 20)}”超出版心（${place}），版心为 ${area}。` },
  ];
}
