/** Breaks a print document into pages in the live page. */
import { Previewer, registerHandlers, type Page } from 'pagedjs';
import { foldMeta } from '../../model/template/fold.ts';
import { fitDocument } from './fit.ts';
import { foldPages, unfoldPages } from './fold.ts';
import { loadFonts } from './fonts.ts';
import { PrintHandler } from './handler.ts';
import { sizePictures } from './pictures.ts';
import { markSiblings } from './sibling-rules.ts';
import { type PrintSource, numberElements } from './source.ts';
import { loadStyleSheets } from './style-sheets.ts';

/** What pagination says of its result. */
export interface Pagination {
  readonly pages: number;
  /** Wall-clock milliseconds, fonts and style sheets included. */
  readonly millis: number;
  /** HTML of the article as it was made to fit its page; undefined where it takes the pages that it needs. */
  readonly fitted: string | undefined;
}

registerHandlers(PrintHandler);

/** Characters between two looks at the overflow: about one page of dense Chinese text. */
const charactersPerLook = 1500;

let current: Previewer | undefined;

/** Takes away everything that the last pagination put into the page: pages, style sheets, observers. */
export function clearPages(): void {
  unfoldPages();
  current?.chunker.destroy();
  current?.polisher.destroy();
  current = undefined;
}

function takeOver(source: PrintSource): void {
  document.title = source.title;
  document.documentElement.lang = source.lang;
  for (const meta of document.querySelectorAll('meta[name]')) meta.remove();
  for (const { name, content } of source.metas) {
    const meta = document.createElement('meta');
    meta.name = name;
    meta.content = content;
    document.head.append(meta);
  }
}

/**
 * Replaces what the page shows by the paginated document.
 * @throws if a font or style sheet cannot be read, if something cannot be laid out, if any text would be missing
 */
export async function paginate(source: PrintSource): Promise<Pagination> {
  const started = performance.now();
  clearPages();
  takeOver(source);
  const [linked] = await Promise.all([
    loadStyleSheets(source.styleSheets),
    loadFonts(source.fontSheets),
    sizePictures(source.content),
  ]);
  const styleSheets = [...linked, ...source.inlineStyles.map((text) => ({ url: location.href, text }))];
  const texts = styleSheets.map(({ text }) => text);
  const fitted = fitDocument(source.content, texts);
  numberElements(source.content);
  const marked = markSiblings(source.content, texts);
  const previewer = new Previewer({ maxChars: charactersPerLook });
  current = previewer;
  // Paged.js waits for a frame before each page (16 ms); nothing here needs the frame.
  previewer.chunker.q.tick = queueMicrotask;
  await previewer.preview(
    source.content,
    styleSheets.map(({ url }, index) => ({ [url]: marked[index] ?? '' })),
    document.body,
  );
  hideRunningText(previewer.chunker.pages);
  if (source.metas.some(({ name }) => name === foldMeta)) foldPages(previewer.chunker.pages);
  return { pages: previewer.chunker.total, millis: performance.now() - started, fitted };
}

/**
 * Hides running heads and feet, which readers of the tagged PDF must skip, from the accessibility tree; Chromium writes what is
 * not in it into the PDF as an artifact.
 */
function hideRunningText(pages: readonly Page[]): void {
  for (const page of pages) {
    for (const box of page.element.querySelectorAll('.pagedjs_margin')) box.setAttribute('aria-hidden', 'true');
  }
}
