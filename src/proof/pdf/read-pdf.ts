import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { AnnotationMode } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { pagesOfFace } from '../../model/template/fold.ts';
import { actualTexts } from './actual-text.ts';
import { assertWhole, openPdf } from './open-pdf.ts';
import { countSpans, readContent } from './page-content.ts';
import { property, textProperty } from './pdf-property.ts';
import { halfOfFace, inOrder, type PlacedLink } from './unfold.ts';
import { halvesOf } from '../checks/half-page.ts';
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
  /** Two pages lie side by side on each face of a sheet: they are read as the pages that they are, in their order. */
  readonly fold?: boolean;
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
    return await new PdfReader(await task.promise, bytes, options).read();
  } finally {
    await task.destroy();
  }
}

class PdfReader {
  readonly #document: PDFDocumentProxy;
  readonly #bytes: Buffer;
  readonly #places: boolean;
  readonly #fold: boolean;
  readonly #pageOfObject = new Map<number, number>();
  readonly #fonts = new Map<string, PdfFont>();
  #latin1: string | undefined;

  constructor(document: PDFDocumentProxy, bytes: Buffer, { places = false, fold = false }: ReadOptions) {
    this.#document = document;
    this.#bytes = bytes;
    this.#places = places;
    this.#fold = fold;
  }

  async read(): Promise<PdfDocument> {
    const numbers = Array.from({ length: this.#document.numPages }, (_, index) => index + 1);
    const proxies = await Promise.all(numbers.map((number) => this.#document.getPage(number)));
    for (const proxy of proxies) if (proxy.ref) this.#pageOfObject.set(proxy.ref.num, proxy.pageNumber);
    const pages: PdfPage[] = [];
    for (const proxy of proxies) {
      pages.push(...(await this.#readFace(proxy)));
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
      pages: this.#fold ? inOrder(pages) : pages,
      fonts: [...this.#fonts.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
  }

  async #readFace(page: PDFPageProxy): Promise<readonly PdfPage[]> {
    const [operators, structure] = await Promise.all([
      page.getOperatorList({ annotationMode: AnnotationMode.DISABLE }),
      page.getStructTree(),
    ]);
    const spans = countSpans(operators);
    const texts = spans > 0 ? this.#actualTexts(page, spans) : [];
    const whole = readContent(operators, texts);
    for (const [name, drawn] of whole.fonts) this.#readFont(page, name, drawn);
    const tree = buildTree(structure, whole);
    const links = hasAnnotation(tree) ? await this.#readLinks(page) : new Map<string, PlacedLink>();
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const face: PdfPage = {
      number: page.pageNumber,
      width: (right - left) * page.userUnit * MM_PER_POINT,
      height: (top - bottom) * page.userUnit * MM_PER_POINT,
      untaggedStart: whole.untaggedStart,
      tree,
      links,
      glyphFindings: whole.findings,
      smallestType: smallestType(operators),
      runs: this.#places ? await textRuns(page) : [],
    };
    if (!this.#fold) return [face];
    const middle = (right - left) / 2;
    const halves = halvesOf(operators, left + middle);
    const numbers = pagesOfFace(page.pageNumber, this.#document.numPages);
    return (['left', 'right'] as const).map((half) => {
      const content = readContent(operators, texts, (index) => halves[index] === half);
      return halfOfFace(face, { half, number: numbers[half], middle, content, tree: buildTree(structure, content) });
    });
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

  async #readLinks(page: PDFPageProxy): Promise<ReadonlyMap<string, PlacedLink>> {
    const links = new Map<string, PlacedLink>();
    for (const annotation of (await page.getAnnotations()) as readonly unknown[]) {
      const destination = property(annotation, 'dest');
      if (property(annotation, 'subtype') !== 'Link' || destination === undefined || destination === null) continue;
      const [x = 0] = property(annotation, 'rect') as readonly number[];
      links.set(textProperty(annotation, 'id'), { ...(await this.#readDestination(destination)), x });
    }
    return links;
  }

  async #readDestination(destination: unknown): Promise<PdfDestination> {
    const explicit: unknown =
      typeof destination === 'string' ? await this.#document.getDestination(destination) : destination;
    const target: unknown = Array.isArray(explicit) ? explicit[0] : undefined;
    const object = property(target, 'num');
    const page = typeof object === 'number' ? this.#pageOfObject.get(object) : undefined;
    if (!this.#fold || page === undefined) return { page };
    const x: unknown = Array.isArray(explicit) ? explicit[2] : undefined;
    const { view } = await this.#document.getPage(page);
    const [left = 0, , right = 0] = view;
    const half = typeof x === 'number' && x < (left + right) / 2 ? 'left' : 'right';
    return { page: pagesOfFace(page, this.#document.numPages)[half] };
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
