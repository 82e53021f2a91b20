/**
 * The browser's own print of a page with live pages: each sheet prints one of them, at its size. The keys for it print the
 * frame, whose pages are paper already; a print from the browser's menu cannot be led there, and gets the frame cut into sheets.
 */

const pixelsPerMillimetre = 96 / 25.4;

/** Keys that open the browser's print dialog. */
export function isPrintKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'p';
}

/** A style sheet of the page that shows the pages; it changes with them. */
export class PrintedSheets {
  readonly #sheet = new CSSStyleSheet();

  constructor(document: Document) {
    document.adoptedStyleSheets.push(this.#sheet);
  }

  /** @param width and height of a sheet in millimetres */
  show(width: number, height: number, sheets: number): void {
    const [across, down] = [width, height].map((length) => length * pixelsPerMillimetre);
    this.#sheet.replaceSync(`
@page { size: ${String(width)}mm ${String(height)}mm; margin: 0 }
@media print {
  .sheets-size, .sheets iframe[data-state='front'] {
    width: ${String(across)}px !important; height: ${String((down ?? 0) * sheets)}px !important;
  }
}`);
  }
}
