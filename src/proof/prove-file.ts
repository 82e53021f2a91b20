import type { PrintLayout } from '../model/template/print-template.ts';
import { checkFonts } from './checks/check-fonts.ts';
import { checkLayout, standardOf } from './checks/check-layout.ts';
import { checkTags } from './checks/check-tags.ts';
import type { PdfDocument } from './pdf/pdf-document.ts';
import { readPdf } from './pdf/read-pdf.ts';
import type { ProofFailure } from './result.ts';

/** What was found out about a PDF alone. */
export interface FileProof {
  readonly failures: readonly ProofFailure[];
  readonly pages: number;
  /** PostScript names. */
  readonly fonts: readonly string[];
  /** Name of the standard that the layout was measured against. */
  readonly standard: string | undefined;
  /** Fonts that stand in for the faces that the standard names. */
  readonly standIns: readonly string[];
}

/**
 * Checks what can be known of a PDF without the document that it was printed from: fonts, title, language, tags, and
 * the layout where a standard is asked for. A PDF that cannot be read is one failure, never an exception.
 */
export async function proveFile(pdf: Uint8Array, layout: PrintLayout | undefined): Promise<FileProof> {
  const standard = standardOf(layout);
  const read = await tryToRead(pdf);
  if (read instanceof Error) {
    const message = `PDF 读不出来（${pdf.byteLength} 字节）：${read.message}。文件不是 PDF，或者不完整、已损坏。`;
    return { failures: [{ check: 'readable', message }], pages: 0, fonts: [], standard: standard?.name, standIns: [] };
  }
  const failures = [
    ...checkFonts(read, allText(read), new Map()),
    ...checkNamed(read),
    ...checkTags(read),
    ...checkLayout(read, layout),
  ];
  const fonts = [...new Set(read.fonts.map(({ name }) => name))];
  const standIns = standard?.standIns(fonts) ?? [];
  return { failures, pages: read.pages.length, fonts, standard: standard?.name, standIns };
}

async function tryToRead(pdf: Uint8Array): Promise<PdfDocument | Error> {
  try {
    return await readPdf(pdf, { places: true });
  } catch (error) {
    // pdf.js throws many kinds for damaged files; whatever it is, this file cannot be proven.
    return error instanceof Error ? error : new Error(String(error));
  }
}

function checkNamed({ title, language }: PdfDocument): readonly ProofFailure[] {
  return [
    ...(title === '' ? [{ check: 'title' as const, message: 'PDF 没有标题（文档属性里的 Title）。' }] : []),
    ...(language === '' ? [{ check: 'language' as const, message: 'PDF 没有写明语言（Lang）。' }] : []),
  ];
}

/** A radical in the PDF's own text cannot be distinguished from one that replaces a character: it is not reported. */
function allText({ pages }: PdfDocument): string {
  return pages.flatMap(({ runs }) => runs.map(({ text }) => text)).join('');
}
