/** Which half of a sheet's face its texts stand on. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** ISO 32000-1, 8.3.4: a b c d e f. */
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const unit: Matrix = [1, 0, 0, 1, 0, 0];

export type Half = 'left' | 'right';

/**
 * For each operator that shows text, and each that begins marked content, the half that its text begins on; undefined for
 * all others, and for marked content without text.
 * @param middle between the halves, in points from the left edge
 */
export function halvesOf(operators: OperatorList, middle: number): readonly (Half | undefined)[] {
  const halves = textHalves(operators, middle);
  const open: number[] = [];
  for (const [index, operator] of operators.fnArray.entries()) {
    if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) open.push(index);
    else if (operator === OPS.endMarkedContent) open.pop();
    else if (operator === OPS.showText) for (const begun of open) halves[begun] ??= halves[index];
  }
  return halves;
}

function textHalves({ fnArray, argsArray }: OperatorList, middle: number): (Half | undefined)[] {
  const kept: Matrix[] = [];
  let page = unit;
  let line = unit;
  return fnArray.map((operator, index): Half | undefined => {
    const args = argsArray[index];
    if (operator === OPS.save) kept.push(page);
    else if (operator === OPS.restore) page = kept.pop() ?? unit;
    else if (operator === OPS.transform) page = times(matrixOf(args), page);
    else if (operator === OPS.beginText) line = unit;
    else if (operator === OPS.setTextMatrix) line = matrixOf(args);
    else if (operator === OPS.moveText) {
      const [x = 0, y = 0] = args as readonly number[];
      line = times([1, 0, 0, 1, x, y], line);
    } else if (operator === OPS.showText) return times(line, page)[4] < middle ? 'left' : 'right';
    return undefined;
  });
}

/** pdf.js gives a matrix as six arguments, or as one that holds six. */
function matrixOf(args: unknown): Matrix {
  const [first] = Array.isArray(args) ? (args as readonly unknown[]) : [];
  const numbers = typeof first === 'number' ? (args as readonly unknown[]) : Array.from(first as ArrayLike<unknown>);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers.map(Number);
  return [a, b, c, d, e, f];
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}
