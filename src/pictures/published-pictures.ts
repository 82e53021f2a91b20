/** Pictures of plans as the site publishes them, beside the plan: `/plans/<slug>/pictures/<name>`. */
import { imageMetadata } from 'astro/assets/utils';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { mapContent } from '../document/content.ts';
import type { Inline, PlanDocument } from '../document/schema.ts';
import { everyInline, mapBlocks } from '../document/walk.ts';
import { isFault, pictureAt } from '../markdown/picture-file.ts';
import { drawSvg } from './draw-svg.ts';

/** Where pictures are, and what draws them. */
export interface PictureSource {
  /** The project, links resolved. */
  readonly root: string;
  /** Folder of drawings that were drawn before. */
  readonly drawn: string;
  /** Path of `draw-svg-process.ts`. */
  readonly program: string;
}

/** A picture with the name that it is published under. */
export interface PublishedPicture {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** In pixels; of a photograph as it is published, which may have been made smaller. */
  readonly width: number;
  readonly height: number;
}

type Picture = Extract<Inline, { kind: 'picture' }>;

/** What is published is no wider: enough for the width of a page at 300 dots to the inch. */
const widest = 2400;
const quality = 90;

/**
 * The pictures of a document, by the address that the author has written. Those in `public/` that are no drawings stand on the
 * site as they are, and are not among them.
 * @param entry path of the entry, relative to the root
 * @throws if a picture is not there or is none; `check` says so before
 */
export async function publishedPictures(
  document: PlanDocument,
  entry: string,
  source: PictureSource,
): Promise<ReadonlyMap<string, PublishedPicture>> {
  const found = new Map<string, PublishedPicture>();
  for (const { src } of picturesIn(document)) {
    if (found.has(src)) continue;
    const picture = pictureAt(source.root, join(source.root, entry), src);
    if (isFault(picture)) throw new Error(`${entry}：${picture.what}。${picture.fix}`);
    const isDrawing = picture.format === 'svg';
    if (picture.isPublic && !isDrawing) continue;
    const published = isDrawing ? drawing(picture.path, source) : photograph(picture.path);
    found.set(
      src,
      await published.catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Error(`${entry}：图片 ${src} 读不出来（${reason}）。文件可能已损坏，请换一张。`);
      }),
    );
  }
  return found;
}

/** Pictures that are known by their content: a picture that changes has another address. */
function named(bytes: Uint8Array, ending: string): string {
  return `${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${ending}`;
}

async function drawing(path: string, { drawn, program }: PictureSource): Promise<PublishedPicture> {
  const bytes = await readFile(await drawSvg(path, drawn, program));
  const { width, height } = await imageMetadata(bytes, path);
  return { name: named(bytes, 'svg'), bytes, width, height };
}

/** Without its metadata, such as the place where it was taken. */
async function photograph(path: string): Promise<PublishedPicture> {
  const { data, info } = await sharp(path, { animated: true })
    .autoOrient()
    .resize({ width: widest, withoutEnlargement: true })
    .webp({ quality })
    .toBuffer({ resolveWithObject: true });
  return { name: named(data, 'webp'), bytes: data, width: info.width, height: info.pageHeight ?? info.height };
}

/** A document whose pictures have their addresses on the site, and their sizes. */
export function withPublishedPictures(
  document: PlanDocument,
  pictures: ReadonlyMap<string, PublishedPicture>,
  addressOf: (name: string) => string,
): PlanDocument {
  if (pictures.size === 0) return document;
  const published = (inline: Inline): Inline => {
    const picture = inline.kind === 'picture' ? pictures.get(inline.src) : undefined;
    if (inline.kind !== 'picture' || picture === undefined) return inline;
    const { name, width, height } = picture;
    return { width, height, ...inline, src: addressOf(name) };
  };
  const all = (content: readonly Inline[]): Inline[] => mapContent(content, (inline) => [published(inline)]);
  return {
    ...document,
    blocks: mapBlocks(document.blocks, all),
    footnotes: document.footnotes.map((note) => ({ ...note, blocks: mapBlocks(note.blocks, all) })),
  };
}

function picturesIn({ blocks, footnotes }: PlanDocument): Picture[] {
  const inlines = [...everyInline(blocks), ...footnotes.flatMap((note) => [...everyInline(note.blocks)])];
  return inlines.filter((inline) => inline.kind === 'picture');
}
