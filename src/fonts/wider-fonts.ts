/**
 * What the faces have beyond everyday writing: the rare characters of names above all. Cut into a few files, of which a
 * page loads those that have a character of its text; the print fonts themselves stay small.
 */
import { createHash } from 'node:crypto';
import { writeRanges } from './character-ranges.ts';
import { sharedCoverage } from './coverage.ts';
import type { FontFace } from './faces.ts';
import { cachedFile, cachedSubset, charactersOf, digestOfFace, fontFaceRule, gb2312, hashOf } from './print-fonts.ts';
import { unicodeRange } from './site-fonts.ts';

/** Most characters of a piece: about 1 MB a face. */
const mostOfPiece = 4800;

/** The style sheets and fonts, and the list of which sheet has which characters. */
export interface WiderFonts {
  /** File name of the list: a line a sheet, its file name and its characters as `character-ranges.ts` writes them. */
  readonly list: string;
  /** File name → content. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * The characters in pieces: first the second level of GB 2312, where most names stand that the first one lacks, then the
 * rest by code point. They do not depend on the collection, so that they are cut once.
 */
export function piecesOf(covered: ReadonlySet<number>): string[] {
  const everyday = new Set(charactersOf([]));
  const second = new Set(gb2312(56, 87)).difference(everyday);
  const isCovered = (character: string): boolean => covered.has(character.codePointAt(0) ?? 0);
  const rest = [...covered]
    .sort((a, b) => a - b)
    .map((point) => String.fromCodePoint(point))
    .filter((character) => !everyday.has(character) && !second.has(character) && /[^\p{Cc}\p{Cs}]/u.test(character));
  const pieces = [[...second].filter(isCovered)];
  for (let at = 0; at < rest.length; at += mostOfPiece) pieces.push(rest.slice(at, at + mostOfPiece));
  return pieces.filter((piece) => piece.length > 0).map((piece) => piece.join(''));
}

/** Cuts the faces. WOFF, whose compression takes a second where that of WOFF2 takes minutes, for a fifth more bytes. */
export async function makeWiderFonts(faces: readonly FontFace[], cacheFolder: string): Promise<WiderFonts> {
  const files = new Map<string, Uint8Array>();
  const lines: string[] = [];
  for (const characters of await cachedPieces(faces, cacheFolder)) {
    const fonts = await Promise.all(faces.map((face) => cachedSubset(face, characters, cacheFolder, 'woff')));
    const range = `unicode-range:${unicodeRange(characters)};`;
    const rules = faces.map((face, at) => {
      const font = fonts[at] ?? new Uint8Array();
      const file = `${face.name}.${hashOf(font)}.woff`;
      files.set(file, font);
      return fontFaceRule(face, file, range);
    });
    const css = new TextEncoder().encode(rules.join('\n'));
    const sheet = `wider.${hashOf(css)}.css`;
    files.set(sheet, css);
    lines.push(`${sheet} ${writeRanges(Array.from(characters, (character) => character.codePointAt(0) ?? 0))}`);
  }
  const content = new TextEncoder().encode(lines.join('\n'));
  const list = `wider.${hashOf(content)}.txt`;
  return { list, files: files.set(list, content) };
}

/** Reading the character maps of whole faces takes a second: the pieces are kept, by the faces that they are of. */
async function cachedPieces(faces: readonly FontFace[], cacheFolder: string): Promise<string[]> {
  const hash = createHash('sha256');
  for (const face of faces) hash.update(await digestOfFace(face));
  const bytes = await cachedFile(cacheFolder, `pieces-${hash.digest('hex').slice(0, 32)}.json`, async () =>
    new TextEncoder().encode(JSON.stringify(piecesOf(await sharedCoverage(faces)))),
  );
  return JSON.parse(new TextDecoder().decode(bytes)) as string[];
}
