/** Pictures that a plan may show: files of the project, known by their content. */
import { Parser } from 'htmlparser2';
import { closeSync, openSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname, join, resolve, sep } from 'node:path';
import type { Fault } from './fault.ts';

/** Folders that pictures are taken from, relative to the project's root. `/x.png` is the file of that name in `public/`. */
const pictureFolders: readonly string[] = ['content', 'public'];
const publicFolder = 'public';

type PictureFormat = 'avif' | 'gif' | 'jpeg' | 'png' | 'svg' | 'webp';

/** A picture that may be shown. */
export interface PictureFile {
  /** Absolute, links resolved. */
  readonly path: string;
  readonly format: PictureFormat;
  /** Whether its address begins with `/`. */
  readonly isPublic: boolean;
  /** What is written in a drawing; '' in a photograph. */
  readonly words: string;
}

const endings: Readonly<Record<string, PictureFormat>> = {
  '.avif': 'avif',
  '.gif': 'gif',
  '.jpeg': 'jpeg',
  '.jpg': 'jpeg',
  '.png': 'png',
  '.svg': 'svg',
  '.webp': 'webp',
};
const known = 'PNG、JPEG、WebP、GIF、AVIF 或 SVG';
/** In bytes. More would load too slowly, and a drawing is read whole. */
const largest: Readonly<Record<PictureFormat, number>> = {
  avif: 20_000_000,
  gif: 20_000_000,
  jpeg: 20_000_000,
  png: 20_000_000,
  svg: 2_000_000,
  webp: 20_000_000,
};
/** Width times height; a small file can hold more pixels than a machine has memory. */
const mostPixels = 100_000_000;

/**
 * The picture at an address in an entry.
 * @param root of the project, absolute
 * @param entry path of the entry's file, absolute
 * @param folders that the picture must be in, when its links are resolved; relative to the root
 */
export function pictureAt(
  root: string,
  entry: string,
  address: string,
  folders: readonly string[] = pictureFolders,
): PictureFile | Fault {
  const place = placeOf(root, entry, address);
  if (typeof place !== 'string') return place;
  if (statSync(place, { throwIfNoEntry: false })?.isFile() !== true)
    return { what: `图片 ${address} 不存在`, fix: putThere };
  const path = realpathSync(place);
  const isPublic = address.startsWith('/');
  const allowed = isPublic ? [publicFolder] : folders;
  if (!allowed.some((folder) => isBelow(join(root, folder), path)))
    return { what: `图片 ${address} 在 content/ 和 public/ 之外`, fix: '把图片文件本身（不是链接）放到 content/ 下。' };
  const found = contentOf(path, address);
  return 'what' in found ? found : { path, isPublic, ...found };
}

export function isFault(found: PictureFile | Fault): found is Fault {
  return 'what' in found;
}

const putThere = '把图片放到这个位置，或者改正路径（相对于本文件；以 / 开头的在 public/ 下）。';

/** Where the file would be. */
function placeOf(root: string, entry: string, address: string): string | Fault {
  const fix = '把图片文件放到 content/ 下，用相对路径引用。';
  if (address === '') return { what: '图片没有写路径', fix: putThere };
  if (/^(?:[^/?#.]*:|[/\\]{2})/.test(address)) return { what: `图片 ${address} 不是本项目里的文件`, fix };
  const path = decoded(address);
  // These mean something else in addresses and to the bundler: `x.png?raw` is its text, `a#b` a place within it.
  const sign = /[?#%\\:\p{Cc}]/u.exec(path)?.[0];
  if (sign !== undefined)
    return { what: `图片 ${address} 的路径里有“${sign}”`, fix: '去掉它；文件名里有这个符号的，先给文件改名。' };
  return path.startsWith('/') ? join(root, publicFolder, path) : resolve(dirname(entry), path);
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch (error) {
    if (error instanceof URIError) return address;
    throw error;
  }
}

function isBelow(folder: string, path: string): boolean {
  try {
    return path.startsWith(realpathSync(folder) + sep);
  } catch {
    return false; // no such folder, so nothing is in it
  }
}

/** What a file holds, if it is a picture of the kind that its name says. */
function contentOf(path: string, address: string): Pick<PictureFile, 'format' | 'words'> | Fault {
  const expected = endings[extname(path).toLowerCase()];
  if (expected === undefined)
    return { what: `${address} 不是能用的图片格式`, fix: `图片用 ${known}，文件名以对应的扩展名结尾。` };
  if (statSync(path).size > largest[expected])
    return { what: `图片 ${address} 超过 ${largest[expected] / 1_000_000} MB`, fix: '缩小尺寸或降低质量后再存一次。' };
  const start = startOf(path);
  if (expected === 'svg') return drawing(readFileSync(path), address);
  const format = rasterFormat(start);
  if (format !== expected) {
    const fix = format === undefined ? `用看图软件打开后另存为 ${known}。` : `它其实是 ${format}，改正扩展名。`;
    return { what: `图片 ${address} 的内容不是 ${expected}`, fix };
  }
  if (pixelsOf(start, format) > mostPixels)
    return { what: `图片 ${address} 的像素太多`, fix: '缩小到长边 4000 像素以内再放进来。' };
  return { format, words: '' };
}

function startOf(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(64);
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(file);
  }
}

/** By the first bytes, as browsers do it. https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern */
function rasterFormat(start: Buffer): PictureFormat | undefined {
  const text = start.toString('latin1');
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (/^GIF8[79]a/.test(text)) return 'gif';
  if (/^RIFF[^]{4}WEBP/.test(text)) return 'webp';
  return /^[^]{4}ftyp(?:avif|avis|mif1)/.test(text) ? 'avif' : undefined;
}

/** Where the first bytes say it; the decoder has bounds of its own for the others. */
function pixelsOf(start: Buffer, format: PictureFormat): number {
  if (format === 'png' && start.length >= 24) return start.readUInt32BE(16) * start.readUInt32BE(20);
  return format === 'gif' && start.length >= 10 ? start.readUInt16LE(6) * start.readUInt16LE(8) : 0;
}

/** A drawing in SVG. What the build cannot draw would be missing from it: HTML within it, and pictures from elsewhere. */
function drawing(bytes: Buffer, address: string): Pick<PictureFile, 'format' | 'words'> | Fault {
  const fix = '在绘图软件里另存为普通 SVG 或 PNG。';
  const seen: string[] = [];
  const missing: string[] = [];
  let words = '';
  let textDepth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const local = name.replace(/^.*:/, '').toLowerCase();
        seen.push(local);
        if (local === 'text') textDepth++;
        const target = attributes['href'] ?? attributes['xlink:href'] ?? '';
        if (local === 'foreignobject') missing.push(`<${name}>`);
        if (local === 'image' && !/^\s*data:image\/(?:png|jpeg|gif|webp)[;,]/i.test(target)) missing.push(`<${name}>`);
      },
      ontext(text) {
        if (textDepth > 0) words += text;
      },
      onclosetag(name) {
        if (name.replace(/^.*:/, '').toLowerCase() === 'text') textDepth--;
      },
    },
    { xmlMode: true },
  );
  parser.end(bytes.toString('utf8'));
  if (seen[0] !== 'svg') return { what: `图片 ${address} 的内容不是 svg`, fix };
  if (missing[0] !== undefined) return { what: `图片 ${address} 里有画不出来的 ${missing[0]}`, fix };
  return { format: 'svg', words };
}
