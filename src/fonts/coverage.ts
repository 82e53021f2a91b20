import { Blob, Face } from 'harfbuzzjs';
import { readFile } from 'node:fs/promises';
import type { FontFace } from './faces.ts';

/** Code points that a face has a glyph for. */
export type Coverage = ReadonlySet<number>;

/** Reads the character map of a whole font file. */
export async function coverageOf(face: FontFace): Promise<Coverage> {
  return new Set(new Face(new Blob(await readFile(face.path))).collectUnicodes());
}

/** Code points that every one of the faces has a glyph for: text may come to stand in any of them. */
export async function sharedCoverage(faces: readonly FontFace[]): Promise<Coverage> {
  const [first = new Set<number>(), ...rest] = await Promise.all(faces.map(coverageOf));
  return rest.reduce<ReadonlySet<number>>((shared, coverage) => shared.intersection(coverage), first);
}
