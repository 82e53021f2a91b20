import { readFile } from 'node:fs/promises';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfLinks {
  /** How many lead to a place in the document. */
  readonly within: number;
  /** Of those that lead out of it. */
  readonly addresses: readonly string[];
  /** What is wrong with those that do not land. */
  readonly broken: readonly string[];
}

/** Where a destination is: page and height in points from its foot; undefined for one that is nowhere. */
async function placeOf(pdf: PDFDocumentProxy, destination: unknown) {
  const explicit: unknown = typeof destination === 'string' ? await pdf.getDestination(destination) : destination;
  if (!Array.isArray(explicit)) return undefined;
  const [page, , , y] = explicit as [Parameters<PDFDocumentProxy['getPageIndex']>[0], unknown, unknown, number];
  return { page: (await pdf.getPageIndex(page)) + 1, y };
}

/**
 * Follows every link annotation of a PDF.
 * @param missing why an address that leads out of it leads nowhere; undefined if it does
 */
export async function linksOfPdf(file: string, missing: (address: string) => string | undefined): Promise<PdfLinks> {
  const reading = getDocument({ data: new Uint8Array(await readFile(file)) });
  const pdf = await reading.promise;
  const addresses: string[] = [];
  const broken: string[] = [];
  let within = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const height = page.getViewport({ scale: 1 }).height;
    for (const { url, dest } of (await page.getAnnotations()) as { url?: string; dest?: unknown }[]) {
      if (url !== undefined) {
        addresses.push(url);
        const wrong = missing(url);
        if (wrong !== undefined) broken.push(`page ${number}: ${wrong}`);
        continue;
      }
      within += 1;
      const place = await placeOf(pdf, dest);
      if (place === undefined) broken.push(`page ${number}: ${JSON.stringify(dest)} is nowhere`);
      else if (!(place.y >= 0 && place.y <= height))
        broken.push(`page ${number}: ${JSON.stringify(dest)} is off its page`);
    }
  }
  await reading.destroy();
  return { within, addresses, broken };
}
