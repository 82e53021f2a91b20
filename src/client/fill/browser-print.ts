/**
 * The browser's own print of a page with live pages: each sheet prints one of them, at its size. The keys for it print the
 * frame, whose pages are paper already; a print from the browser's menu cannot be led there, and gets the frame cut into sheets.
 */

const pixelsPerMillimetre = 96 / 25.4;

/** Keys that open the browser's print dialog. */
export function isPrintKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'p';
}

/** Heights of Paged.js' pages. */
const heights = ['--pagedjs-height', '--pagedjs-height-right', '--pagedjs-height-left'];

/** What the page that shows the pages prints of them; it changes with them. */
export class PrintedSheets {
  readonly #sheet = new CSSStyleSheet();
  #pages: HTMLElement | undefined;
  #height = 0;

  constructor(page: Document) {
    page.adoptedStyleSheets.push(this.#sheet);
    // Chromium cuts at whole pixels: a page of 1122.5 would stand lower on each sheet.
    page.defaultView?.addEventListener('beforeprint', () => {
      for (const name of heights) this.#pages?.style.setProperty(name, `${String(this.#height)}px`);
    });
    page.defaultView?.addEventListener('afterprint', () => {
      for (const name of heights) this.#pages?.style.removeProperty(name);
    });
  }

  /**
   * @param width and height of a sheet in millimetres
   * @param pages the document that they are in
   */
  show(width: number, height: number, sheets: number, pages: Document): void {
    this.#pages = pages.documentElement;
    this.#height = Math.floor(height * pixelsPerMillimetre);
    this.#sheet.replaceSync(`
@page { size: ${String(width)}mm ${String(height)}mm; margin: 0 }
@media print {
  .sheets-size, .sheets iframe[data-state='front'] {
    width: ${String(width * pixelsPerMillimetre)}px !important; height: ${String(this.#height * sheets)}px !important;
  }
}`);
  }
}
