import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { writeRanges } from './character-ranges.ts';
import { sharedCoverage } from './coverage.ts';
import type { FontFace } from './faces.ts';
import type { SubsetOrder } from './subset-worker.ts';

/** The fonts that print documents load: the style sheet and the files it names. */
export interface PrintFonts {
  /** File name of the style sheet, with a hash of what it holds. */
  readonly stylesheet: string;
  /** File name of the list of characters that every face has a glyph for, as `character-ranges.ts` writes it. */
  readonly coverage: string;
  /** File name → content, the style sheet included. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Cuts each face down to the characters of the collection and writes the `@font-face` rules. Faces are whole, without
 * unicode-range, since Paged.js waits for every one. A subset that was made before is taken from `cacheFolder`.
 */
export async function makePrintFonts(
  faces: readonly FontFace[],
  characters: string,
  cacheFolder: string,
): Promise<PrintFonts> {
  const files = new Map<string, Uint8Array>();
  const rules: string[] = [];
  const fonts = await Promise.all(faces.map((face) => cachedSubset(face, characters, cacheFolder)));
  for (const [i, face] of faces.entries()) {
    const font = fonts[i] ?? new Uint8Array();
    const file = `${face.name}.${hashOf(font)}.woff2`;
    files.set(file, font);
    rules.push(fontFaceRule(face, file));
  }
  const css = new TextEncoder().encode(rules.join('\n'));
  const stylesheet = `print.${hashOf(css)}.css`;
  files.set(stylesheet, css);
  const list = await cachedCoverage(faces, characters, fonts, cacheFolder);
  const coverage = `coverage.${hashOf(list)}.txt`;
  files.set(coverage, list);
  return { stylesheet, coverage, files };
}

/** @param more descriptors, each with its semicolon */
export function fontFaceRule({ family, weight }: FontFace, file: string, more = ''): string {
  return (
    `@font-face{font-family:"${family}";font-weight:${weight};font-style:normal;font-display:block;${more}` +
    `src:url("./${file}") format("${file.split('.').at(-1) ?? ''}")}`
  );
}

/**
 * The distinct characters of some texts, in code point order, and always those of everyday writing: ASCII, the symbols
 * and the 3,755 first-level characters of GB 2312, and a few that GB 2312 lacks. An edit in everyday words then leaves the
 * fonts, and with them the PDFs of all other plans, as they are.
 */
export function charactersOf(texts: Iterable<string>): string {
  const characters = new Set<string>(everydayCharacters());
  for (const text of texts) for (const char of text.normalize('NFC')) characters.add(char);
  return [...characters]
    .filter((char) => !invisible.test(char))
    .sort()
    .join('');
}

/** Controls and marks of direction, which no face has a glyph for: a plan that holds one needs no fonts of its own. */
const invisible = /[\p{Cc}\p{Bidi_Control}]/u;

/** As in 二〇二六年, 120 ㎡ or 6–8 月. */
const beyondStandard = '〇㎡㎞²³¥•–✓';

function everydayCharacters(): string {
  const ascii = Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCodePoint(0x20 + i)).join('');
  // Rows 1–3 hold symbols, row 9 the rules, rows 16–55 the first level.
  return [ascii + beyondStandard, ...gb2312(1, 3), ...gb2312(9, 9), ...gb2312(16, 55)].join('');
}

/** The characters of some rows of GB 2312, both ends included. */
export function gb2312(from: number, to: number): string[] {
  const rows = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const cells = rows.flatMap((row) => Array.from({ length: 94 }, (_, i) => [0xa0 + row, 0xa1 + i]).flat());
  // Places that the standard leaves empty decode to private-use characters or replacements.
  return Array.from(new TextDecoder('gb18030').decode(new Uint8Array(cells)).replace(/[\p{Co}\p{Cn}\uFFFD]/gu, ''));
}

const faceDigests = new Map<string, Promise<string>>();

/** Digest of a whole face: ten megabytes that every subset is named after, read once a process. */
export function digestOfFace({ path }: FontFace): Promise<string> {
  const digest =
    faceDigests.get(path) ?? readFile(path).then((bytes) => createHash('sha256').update(bytes).digest('hex'));
  faceDigests.set(path, digest);
  return digest;
}

/** A face cut down to some characters; made once. */
export async function cachedSubset(
  face: FontFace,
  characters: string,
  cacheFolder: string,
  format: 'woff2' | 'woff' = 'woff2',
): Promise<Uint8Array> {
  const key = createHash('sha256')
    .update(await digestOfFace(face))
    .update(characters)
    .digest('hex')
    .slice(0, 32);
  return cachedFile(cacheFolder, `${key}.${format}`, () => subsetInThread({ path: face.path, characters, format }));
}

/** Reading the character maps of whole faces takes a second: the list is kept beside the subsets that it belongs to. */
function cachedCoverage(
  faces: readonly FontFace[],
  characters: string,
  fonts: readonly Uint8Array[],
  cacheFolder: string,
): Promise<Uint8Array> {
  return cachedFile(cacheFolder, `${fonts.map(hashOf).join('-')}.txt`, async () => {
    const covered = await sharedCoverage(faces);
    const points = Array.from(characters, (char) => char.codePointAt(0) ?? 0).filter((point) => covered.has(point));
    return new TextEncoder().encode(writeRanges(points));
  });
}

/** A file of the cache, made where it is not there yet. */
export async function cachedFile(
  cacheFolder: string,
  name: string,
  made: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const path = join(cacheFolder, name);
  const kept = await readKept(path);
  if (kept !== undefined) return kept;
  const bytes = await made();
  await keepFile(path, bytes);
  return bytes;
}

/** What was made before; that it was of use is noted in its time. */
async function readKept(path: string): Promise<Uint8Array | undefined> {
  const kept = await readFile(path).catch(() => undefined);
  const now = new Date();
  if (kept !== undefined) await utimes(path, now, now).catch(() => undefined);
  return kept;
}

async function keepFile(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

const keptMillis = 30 * 24 * 60 * 60 * 1000;

/** Removes what was of no use for a month; every set of characters that a writer's words once needed is a file here. */
export async function pruneFonts(cacheFolder: string): Promise<void> {
  for (const name of await readdir(cacheFolder).catch(() => [])) {
    const path = join(cacheFolder, name);
    const used = await stat(path).catch(() => undefined);
    if (used?.isFile() === true && Date.now() - used.mtimeMs > keptMillis) await rm(path, { force: true });
  }
}

function subsetInThread(order: SubsetOrder): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./subset-worker.ts', import.meta.url), { workerData: order });
    worker.once('message', resolve).once('error', reject);
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Error(`字体子集没有做成：${order.path}（线程退出码 ${code}）`));
    });
  });
}

/** Ten hex digits for a file name. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 10);
}
