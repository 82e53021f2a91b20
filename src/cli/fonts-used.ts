import { readFile } from 'node:fs/promises';
import type { PressResult } from '../press/press-job.ts';
import { substituteFonts } from '../proof/official/faces.ts';
import type { PdfFont } from '../proof/pdf/pdf-document.ts';
import { readPdf } from '../proof/pdf/read-pdf.ts';

/** So many characters of a face are shown; a face that draws more stands in for a whole one. */
const shown = 12;

/**
 * Which faces the PDFs were set in: those of this machine, and the bundled ones where it has none, with the characters that
 * they drew. A few of them are characters that the machine's own face lacks.
 */
export async function fontsUsed(results: readonly PressResult[]): Promise<string> {
  const files = results.flatMap((result) => (result.outcome === 'failed' ? [] : result.out));
  const fonts: PdfFont[] = [];
  // One after the other: of a large shelf, all at once would not fit the memory.
  for (const file of files) fonts.push(...(await readPdf(await readFile(file))).fonts);
  return fontsInWords(fonts);
}

/** The same of the fonts of all PDFs. */
export function fontsInWords(fonts: readonly PdfFont[]): string {
  const drawn = new Map<string, Set<string>>();
  for (const { name, characters } of fonts) {
    const face = name.replace(/^[A-Z]{6}\+/, '');
    drawn.set(face, new Set([...(drawn.get(face) ?? []), ...characters]));
  }
  const names = [...drawn.keys()].sort();
  const bundled = names.filter((name) => substituteFonts([name]).length > 0);
  const used = `所用字体：${names.join('、') || '无'}。`;
  if (bundled.length === 0) return used;
  if (bundled.length === names.length) return `${used}版式规定的字体本机都没有，全部用了自带的。`;
  const lines = bundled.map((name) => `${name} 印了“${sample(drawn.get(name) ?? new Set())}”`);
  return `${used}\n注意：本机没有的字体、本机字体里没有的字，用了自带的字体，请核对：${lines.join('；')}。`;
}

function sample(characters: ReadonlySet<string>): string {
  const all = [...characters];
  return all.slice(0, shown).join('') + (all.length > shown ? '……' : '');
}
