import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { AnnotationMode } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { actualTexts } from './actual-text.ts';
import { assertWhole, openPdf } from './open-pdf.ts';
import { countSpans, readContent } from './page-content.ts';
import { property, textProperty } from './pdf-property.ts';
import { buildTree, hasAnnotation } from './tag-tree.ts';
import { smallestType } from './type-size.ts';
import { textRuns } from './text-runs.ts';
import type { PdfDestination, PdfDocument, PdfFont, PdfOutlineEntry, PdfPage } from './pdf-document.ts';

const MM_PER_POINT = 25.4 / 72;

type OutlineItems = NonNullable<Awaited<ReturnType<PDFDocumentProxy['getOutline']>>>;

/** What is read beyond what every proof needs. */
export interface ReadOptions {
  /** The places of all texts. */
  readonly places?: boolean;
}

/**
 * Reads a PDF with pdf.js, which shares no code with the Chromium that wrote it.
 *
 * @throws what pdf.js throws for bytes that are not a whole PDF
 */
export async function readPdf(pdf: Uint8Array, options: ReadOptions = {}): Promise<PdfDocument> {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  assertWhole(bytes);
  const task = openPdf(pdf);
  try {
    return await new PdfReader(await task.promise, bytes, options.places ?? false).read();
  } finally {
    await task.destroy();
  }
}

class PdfReader {
  readonly #document: PDFDocumentProxy;
  readonly #bytes: Buffer;
  readonly #places: boolean;
  readonly #pageOfObject = new Map<number, number>();
  readonly #fonts = new Map<string, PdfFont>();
  #latin1: string | undefined;

  constructor(document: PDFDocumentProxy, bytes: Buffer, places: boolean) {
    this.#document = document;
    this.#bytes = bytes;
    this.#places = places;
  }

  async read(): Promise<PdfDocument> {
    const numbers = Array.from({ length: this.#document.numPages }, (_, index) => index + 1);
    const proxies = await Promise.all(numbers.map((number) => this.#document.getPage(number)));
    for (const proxy of proxies) if (proxy.ref) this.#pageOfObject.set(proxy.ref.num, proxy.pageNumber);
    const pages: PdfPage[] = [];
    for (const proxy of proxies) {
      pages.push(await this.#readPage(proxy));
      // The operators of hundreds of pages would not fit into memory together.
      proxy.cleanup();
    }
    const [{ info }, marks, preferences, outline] = await Promise.all([
      this.#document.getMetadata(),
      this.#document.getMarkInfo(),
      this.#document.getViewerPreferences(),
      this.#document.getOutline(),
    ]);
    return {
      title: textProperty(info, 'Title'),
      language: textProperty(info, 'Language'),
      marked: isOn(marks, 'Marked'),
      titleShown: isOn(preferences, 'DisplayDocTitle'),
      hasStructureTree: pages.some((page) => page.tree.children.length > 0),
      outline: await this.#readOutline(outline, 1),
      pages,
      fonts: [...this.#fonts.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
  }

  async #readPage(page: PDFPageProxy): Promise<PdfPage> {
    const [operators, structure] = await Promise.all([
      page.getOperatorList({ annotationMode: AnnotationMode.DISABLE }),
      page.getStructTree(),
    ]);
    const spans = countSpans(operators);
    const content = readContent(operators, spans > 0 ? this.#actualTexts(page, spans) : []);
    for (const [name, drawn] of content.fonts) this.#readFont(page, name, drawn);
    const tree = buildTree(structure, content);
    const links = hasAnnotation(tree) ? await this.#readLinks(page) : new Map<string, PdfDestination>();
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    return {
      number: page.pageNumber,
      width: (right - left) * page.userUnit * MM_PER_POINT,
      height: (top - bottom) * page.userUnit * MM_PER_POINT,
      untaggedStart: content.untaggedStart,
      tree,
      links,
      glyphFindings: content.findings,
      smallestType: smallestType(operators),
      runs: this.#places ? await textRuns(page) : [],
    };
  }

  /** Spans count one to one, or not at all: an unmatched one would put its text in a wrong place. */
  #actualTexts(page: PDFPageProxy, spans: number): readonly string[] {
    this.#latin1 ??= this.#bytes.toString('latin1');
    const texts = page.ref ? actualTexts(this.#latin1, page.ref.num) : [];
    return texts.length === spans ? texts : [];
  }

  #readFont(page: PDFPageProxy, name: string, drawn: ReadonlySet<string>): void {
    if (this.#fonts.has(name)) return;
    const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined;
    const type3 = property(font, 'isType3Font') === true;
    const embedded = type3 || (property(font, 'missingFile') !== true && property(font, 'data') instanceof Uint8Array);
    this.#fonts.set(name, { name: textProperty(font, 'name') || name, embedded, type3, characters: [...drawn] });
  }

  async #readLinks(page: PDFPageProxy): Promise<ReadonlyMap<string, PdfDestination>> {
    const links = new Map<string, PdfDestination>();
    for (const annotation of (await page.getAnnotations()) as readonly unknown[]) {
      const destination = property(annotation, 'dest');
      if (property(annotation, 'subtype') !== 'Link' || destination === undefined || destination === null) continue;
      links.set(textProperty(annotation, 'id'), await this.#readDestination(destination));
    }
    return links;
  }

  async #readDestination(destination: unknown): Promise<PdfDestination> {
    const explicit: unknown =
      typeof destination === 'string' ? await this.#document.getDestination(destination) : destination;
    const target: unknown = Array.isArray(explicit) ? explicit[0] : undefined;
    const object = property(target, 'num');
    return { page: typeof object === 'number' ? this.#pageOfObject.get(object) : undefined };
  }

  async #readOutline(items: OutlineItems | null, depth: number): Promise<readonly PdfOutlineEntry[]> {
    const entries: PdfOutlineEntry[] = [];
    for (const item of items ?? []) {
      entries.push({ title: item.title, depth, destination: await this.#readDestination(item.dest) });
      entries.push(...(await this.#readOutline(item.items as OutlineItems, depth + 1)));
    }
    return entries;
  }
}

/** pdf.js 6 returns a Map where its types say an object. */
function isOn(entries: unknown, name: string): boolean {
  return entries instanceof Map && entries.get(name) === true;
}
