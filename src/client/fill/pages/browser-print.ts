/**
 * The browser's own print of a page with live pages: each sheet prints one of them, at its size. The keys for it print the
 * frame, whose pages are paper already; a print from the browser's menu cannot be led there, and gets the frame cut into sheets.
 */

const pixelsPerMillimetre = 96 / 25.4;

/** What the page that shows the pages prints of them; it changes with them. */
export class PrintedSheets {
  readonly #sheet = new CSSStyleSheet();
  #pages: Document | undefined;
  #height = 0;
  #cut: CSSStyleSheet | undefined;

  constructor(page: Document) {
    page.adoptedStyleSheets.push(this.#sheet);
    page.defaultView?.addEventListener('beforeprint', () => {
      this.#cutPages();
    });
    page.defaultView?.addEventListener('afterprint', () => {
      if (this.#pages === undefined) return;
      this.#pages.adoptedStyleSheets = this.#pages.adoptedStyleSheets.filter((sheet) => sheet !== this.#cut);
    });
  }

  /**
   * Printed by itself, a page of Paged.js is as high as the sheet; within the frame that would be the frame. Chromium cuts
   * at whole pixels: a page of 1122.5 would stand lower on each sheet.
   */
  #cutPages(): void {
    const view = this.#pages?.defaultView;
    if (this.#pages === undefined || !view) return;
    const height = `${String(this.#height)}px`;
    this.#cut = new view.CSSStyleSheet();
    this.#cut.replaceSync(`@media print {
  .pagedjs_pages:not([data-fold]) > .pagedjs_page {
    height: ${height} !important; min-height: ${height}; max-height: ${height}; break-after: auto;
  }
}`);
    this.#pages.adoptedStyleSheets = [...this.#pages.adoptedStyleSheets, this.#cut];
  }

  /**
   * @param width and height of a sheet in millimetres
   * @param pages the document that they are in
   */
  show(width: number, height: number, sheets: number, pages: Document): void {
    this.#pages = pages;
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
