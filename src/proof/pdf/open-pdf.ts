import type { PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** pdf.js rebuilds a file that lost its end; for a proof such a file is broken. */
export function assertWhole(bytes: Buffer): void {
  if (bytes.toString('latin1', 0, 5) !== '%PDF-') throw new Error('文件不以 %PDF- 开头');
  if (!/%%EOF\s*$/.test(bytes.toString('latin1', bytes.length - 16))) throw new Error('文件不以 %%EOF 结尾');
}

/** Starts reading; the caller destroys the task. */
export function openPdf(pdf: Uint8Array): PDFDocumentLoadingTask {
  return getDocument({
    // pdf.js takes the buffer over; the press still has to write it.
    data: new Uint8Array(pdf),
    verbosity: VerbosityLevel.ERRORS,
    // A damaged file is to be reported, not repaired.
    stopAtErrors: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    isImageDecoderSupported: false,
    isOffscreenCanvasSupported: false,
    disableFontFace: false,
    // Names of fonts and codes of glyphs come only with these.
    fontExtraProperties: true,
    ownerDocument: fontlessDocument(),
  });
}

/**
 * A document that takes font rules and does nothing with them. Without one, pdf.js in Node falls back to building the outline of
 * every glyph, which takes half of the whole reading time; the proof draws nothing.
 */
function fontlessDocument(): HTMLDocument {
  const style = { sheet: { cssRules: [], insertRule: () => 0 }, remove: () => undefined };
  const stub: unknown = {
    createElement: () => style,
    documentElement: { getElementsByTagName: () => [{ append: () => undefined }] },
  };
  return stub as HTMLDocument;
}
