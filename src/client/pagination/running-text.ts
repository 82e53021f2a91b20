/** Running heads and feet are no part of the document: readers of the tagged PDF must skip them. */
import type { Page } from 'pagedjs';

/** Hides the margin boxes from the accessibility tree; Chromium writes what is not in it into the PDF as an artifact. */
export function hideRunningText(pages: readonly Page[]): void {
  for (const page of pages) {
    for (const box of page.element.querySelectorAll('.pagedjs_margin')) box.setAttribute('aria-hidden', 'true');
  }
}
