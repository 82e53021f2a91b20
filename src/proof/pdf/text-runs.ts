import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { textProperty } from './pdf-property.ts';

/** A stretch of text in one face and size on one line, where it stands on the page. Points; y counts from the top. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  readonly size: number;
  /** PostScript name of the face, without the prefix of a subset. */
  readonly font: string;
}

/** The texts of a page with their places. Its operators must have been read: fonts have names only then. */
export async function textRuns(page: PDFPageProxy): Promise<readonly TextRun[]> {
  const { items } = await page.getTextContent({ disableNormalization: true });
  const [, , , top = 0] = page.view;
  return items.flatMap((item): TextRun[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , c, d, x, y] = item.transform as readonly number[];
    const size = Math.hypot(c ?? 0, d ?? 0);
    const font = fontName(page, item.fontName);
    return [{ text: item.str, x: x ?? 0, baseline: top - (y ?? 0), width: item.width, size, font }];
  });
}

function fontName(page: PDFPageProxy, name: string): string {
  const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined;
  return (textProperty(font, 'name') || name).replace(/^[A-Z]{6}\+/, '');
}
