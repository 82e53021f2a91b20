/** Screenshots of the pages of a paginated document. */
import type { CDPSession, Page } from 'playwright-core';

/**
 * PNG of each page box in the size that it has on screen, as it prints. A page has a white rim of less than a pixel where its
 * size is no whole number of pixels.
 * @param session of the same page
 * @param last the last page to take, 1-based
 */
export async function capturePages(page: Page, session: CDPSession, last: number): Promise<Uint8Array[]> {
  const { pages, width, height } = await page.evaluate(measure);
  // All pages of a document are of one size; printed, a page box of Paged.js is as high as the viewport.
  const viewport = { width: Math.ceil(width), height: Math.ceil(height), deviceScaleFactor: 1, mobile: false };
  await session.send('Emulation.setDeviceMetricsOverride', viewport);
  // On screen, all pages but the last are kept from being painted while they are set.
  await page.emulateMedia({ media: 'print' });
  const shots: Uint8Array[] = [];
  for (let index = 0; index < Math.min(pages, last); index += 1) {
    await page.evaluate(bringToTop, index);
    // Neither clipped nor scaled: both would have the page painted once more.
    const { data } = await session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
    shots.push(Buffer.from(data, 'base64'));
  }
  await page.evaluate(bringToTop, 0);
  await session.send('Emulation.clearDeviceMetricsOverride');
  await page.emulateMedia({ media: null });
  return shots;
}

/** Runs in the page. */
function measure(): { readonly pages: number; readonly width: number; readonly height: number } {
  const boxes = document.querySelectorAll('.pagedjs_page');
  const { width = 1, height = 1 } = boxes[0]?.getBoundingClientRect() ?? {};
  return { pages: boxes.length, width, height };
}

/**
 * Runs in the page. Moves the pages rather than scrolling to one: Chromium draws what it has painted so far after a scroll, and
 * on a busy machine a picture would lack its lower part; what has moved within the window is painted before it is drawn.
 */
function bringToTop(index: number): void {
  const pages = document.querySelector<HTMLElement>('.pagedjs_pages');
  const box = document.querySelectorAll('.pagedjs_page')[index];
  if (pages === null || box === undefined) return;
  const above = box.getBoundingClientRect().top - pages.getBoundingClientRect().top;
  pages.style.marginTop = above === 0 ? '' : `${-above}px`;
}
