import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** The four numbers of a transformation that turn and scale; moving does not change sizes. */
type Scale = readonly [a: number, b: number, c: number, d: number];

const unscaled: Scale = [1, 0, 0, 1];

/**
 * Smallest type that a page is set in, in points of the printed page: size of the font times the heights that text matrix
 * and current transformation give it (ISO 32000-1, 9.4.4). Infinite where the page has no text.
 */
export function smallestType({ fnArray, argsArray }: OperatorList): number {
  const kept: Scale[] = [];
  let page = unscaled;
  let text = unscaled;
  let size = 0;
  let smallest = Infinity;
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index];
    if (operator === OPS.save) kept.push(page);
    else if (operator === OPS.restore) page = kept.pop() ?? unscaled;
    else if (operator === OPS.beginText) text = unscaled;
    else if (operator === OPS.transform) page = times(scaleOf(args), page);
    else if (operator === OPS.setTextMatrix) text = scaleOf(args);
    else if (operator === OPS.setFont) size = Array.isArray(args) ? Number(args[1]) : size;
    else if (operator === OPS.showText && hasInk(args))
      smallest = Math.min(smallest, Math.abs(size) * heightOf(times(text, page)));
  }
  return smallest;
}

/** pdf.js gives a matrix as six arguments, or as one that holds six. */
function scaleOf(args: unknown): Scale {
  const [first] = Array.isArray(args) ? (args as readonly unknown[]) : [];
  const numbers = typeof first === 'number' ? (args as readonly unknown[]) : Array.from(first as ArrayLike<unknown>);
  const [a = 1, b = 0, c = 0, d = 1] = numbers.map(Number);
  return [a, b, c, d];
}

function times([a, b, c, d]: Scale, [e, f, g, h]: Scale): Scale {
  return [a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h];
}

function heightOf([, , c, d]: Scale): number {
  return Math.hypot(c, d);
}

/** White space has a size too, which does not matter. */
function hasInk(args: unknown): boolean {
  const [glyphs] = Array.isArray(args) ? (args as readonly unknown[]) : [];
  if (!Array.isArray(glyphs)) return false;
  return glyphs.some(
    (glyph: unknown) =>
      typeof glyph === 'object' &&
      glyph !== null &&
      'unicode' in glyph &&
      typeof glyph.unicode === 'string' &&
      glyph.unicode.trim() !== '',
  );
}
