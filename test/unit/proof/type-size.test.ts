import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { smallestType } from '../../../src/proof/pdf/type-size.ts';

const shown = (unicode: string): readonly [number, unknown] => [OPS.showText, [[{ unicode, originalCharCode: 7 }]]];

function sizeOf(...operators: readonly (readonly [number, unknown])[]): number {
  return smallestType({
    fnArray: operators.map(([operator]) => operator),
    argsArray: operators.map(([, args]) => args),
  });
}

test('a size is that on the page: font, text matrix and page scale together', () => {
  const font = [OPS.setFont, ['F1', 40]] as const;
  const page = [OPS.transform, [0.24, 0, 0, -0.24, 0, 842]] as const;
  expect(sizeOf(page, font, shown('字'))).toBeCloseTo(9.6);
  expect(sizeOf(page, font, [OPS.setTextMatrix, [new Float32Array([0.5, 0, 0, 0.5, 3, 4])]], shown('字'))).toBeCloseTo(
    4.8,
  );
});

test('what is restored no longer scales; the smallest counts; white space and an empty page do not', () => {
  const scaled = [
    [OPS.save, null],
    [OPS.transform, [2, 0, 0, 2, 0, 0]],
    [OPS.setFont, ['F1', 9]],
    shown('大'),
    [OPS.restore, null],
  ] as const;
  expect(sizeOf(...scaled)).toBeCloseTo(18);
  expect(sizeOf(...scaled, shown('小'))).toBeCloseTo(9);
  expect(sizeOf(...scaled, [OPS.setFont, ['F1', 1]], shown(' '))).toBeCloseTo(18);
  expect(sizeOf()).toBe(Infinity);
});
