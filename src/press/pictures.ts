/** Pictures of finished pages, as files. */
import sharp from 'sharp';
import {
  cardWidth,
  type PagePicture,
  pictureFile,
  pictureHeight,
  picturesOfPage,
  readingWidth,
  sharePictureFile,
  shareSize,
} from '../model/template/page-picture.ts';
import type { PrintTemplate } from '../model/template/print-template.ts';

/** File name → content. */
export type PictureFiles = ReadonlyMap<string, Uint8Array>;

/** The ground that a shared picture's page lies on, and how much of it shows above the page. */
const ground = '#e4ded2';
const groundAbove = 60;

/**
 * Encodes the screenshots of a document's pages.
 * @param shots PNG of each page, in order from the first
 */
export async function encodePictures(
  { name, page }: Pick<PrintTemplate, 'name' | 'page'>,
  shots: readonly Uint8Array[],
): Promise<PictureFiles> {
  const height = pictureHeight(page, readingWidth);
  const files = new Map<string, Uint8Array>();
  for (const [index, shot] of shots.entries()) {
    const decoded = await decode(shot, height);
    for (const picture of picturesOfPage(index + 1))
      files.set(pictureFile(name, picture), await encode(decoded, picture));
    if (index === 0) files.set(sharePictureFile(name), await encodeShared(decoded));
  }
  return files;
}

interface Decoded {
  readonly pixels: Uint8Array;
  readonly raw: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 };
}

/** A page of another size than A4 is scaled to the reading width; a pixel's rim is cut off. */
async function decode(shot: Uint8Array, height: number): Promise<Decoded> {
  const size = { width: readingWidth, height, fit: 'cover', position: 'left top' } as const;
  const { data, info } = await sharp(shot).resize(size).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { pixels: data, raw: { width: info.width, height: info.height, channels: info.channels } };
}

/** Efforts are low on purpose: the next step saves a few per cent and costs as much time as setting the page. */
async function encode({ pixels, raw }: Decoded, { width, format }: PagePicture): Promise<Uint8Array> {
  const source = sharp(pixels, { raw });
  // Of the reading width it is already; resampling would only blur it.
  const sized = width === raw.width ? source : source.resize({ width });
  return format === 'avif'
    ? await sized.avif({ quality: 45, effort: 0 }).toBuffer()
    : await sized.webp({ quality: width === cardWidth ? 70 : 60, effort: 2 }).toBuffer();
}

/** The page's upper part on a ground of its own, since previews are wide and pages are tall. */
async function encodeShared({ pixels, raw }: Decoded): Promise<Uint8Array> {
  const { width, height } = shareSize;
  const left = Math.floor((width - raw.width) / 2);
  const seen = Math.min(raw.height, height - groundAbove);
  const around = { top: groundAbove, left, right: width - raw.width - left, bottom: height - groundAbove - seen };
  return await sharp(pixels, { raw })
    .extract({ left: 0, top: 0, width: raw.width, height: seen })
    .extend({ ...around, background: ground })
    .jpeg({ quality: 78 })
    .toBuffer();
}
