/** Pictures of a PDF's pages: which there are, their sizes, their file names. */

import type { PageMark } from './page-count.ts';

export type PictureFormat = 'avif' | 'webp';

/** One picture file of one page. */
export interface PagePicture {
  /** 1-based; or what becomes it. */
  readonly page: number | PageMark;
  /** Pixels. */
  readonly width: number;
  readonly format: PictureFormat;
}

/** Width of the picture on a card of the shelf; only first pages have it. */
export const cardWidth = 480;
/**
 * Width of the picture that a page is read from: A4 at 96 dots an inch, as Chromium has painted it. In any other size the
 * press would paint each page a second time.
 */
export const readingWidth = 794;
/** Size of the picture that is shown where an address is shared. */
export const shareSize = { width: 1200, height: 630 } as const;

/**
 * The pictures that are made of a page. The first page, which cards show, has AVIF and WebP in both widths; the others,
 * which load only when they are looked at, have WebP in the reading width: AVIF would double the time of the whole press.
 */
export function picturesOfPage(page: number): readonly PagePicture[] {
  const widths = page === 1 ? [cardWidth, readingWidth] : [readingWidth];
  const formats: readonly PictureFormat[] = page === 1 ? ['avif', 'webp'] : ['webp'];
  return widths.flatMap((width) => formats.map((format) => ({ page, width, format })));
}

/** Height in pixels of a picture, from the page box in millimetres. */
export function pictureHeight(box: { readonly width: number; readonly height: number }, width: number): number {
  return Math.round((width * box.height) / box.width);
}

/** `meeting-1.480.avif` */
export function pictureFile(template: string, { page, width, format }: PagePicture): string {
  return `${template}-${page}.${width}.${format}`;
}

/** `meeting.share.jpg`: JPEG, since not everything that shows shared addresses reads newer formats. */
export function sharePictureFile(template: string): string {
  return `${template}.share.jpg`;
}
