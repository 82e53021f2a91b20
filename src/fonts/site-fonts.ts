/** The face of the site's titles, cut down to the characters that titles use. */
import { createRequire } from 'node:module';
import type { FontFace } from './faces.ts';
import { cachedSubset, hashOf } from './print-fonts.ts';

/** Noto Serif SC, SIL Open Font License 1.1. */
export function titleFace(): FontFace {
  const file = '@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf';
  return { family: 'Planshelf Title', weight: 600, path: createRequire(import.meta.url).resolve(file), name: 'title' };
}

/** `U+4e00-4e01,U+4e09` */
export function unicodeRange(characters: Iterable<string>): string {
  const points = [...characters].map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b);
  const ranges: { from: number; to: number }[] = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last !== undefined && point <= last.to + 1) last.to = point;
    else ranges.push({ from: point, to: point });
  }
  const hex = (point: number) => point.toString(16);
  return ranges.map(({ from, to }) => `U+${hex(from)}${to === from ? '' : `-${hex(to)}`}`).join(',');
}

/**
 * One file for the shelf and one for what other pages need beyond it: a browser fetches a file only where a page has one
 * of its characters.
 * @param shelf characters of the shelf's titles
 * @param others characters of all other titles
 * @returns file name → content, `site.css` among them
 */
export async function makeSiteFonts(
  face: FontFace,
  shelf: ReadonlySet<string>,
  others: ReadonlySet<string>,
  cacheFolder: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const rules: string[] = [];
  for (const characters of [shelf, others.difference(shelf)]) {
    if (characters.size === 0) continue;
    const font = await cachedSubset(face, [...characters].sort().join(''), cacheFolder);
    const file = `${face.name}.${hashOf(font)}.woff2`;
    files.set(file, font);
    rules.push(
      // One weight stands for all, so that none is made bolder by the browser. A face that comes too late is kept for the
      // next page: exchanged under the reader's eyes, it would move what stands below a title.
      `@font-face{font-family:"${face.family}";font-weight:400 900;font-style:normal;font-display:optional;` +
        `src:url("./${file}") format("woff2");unicode-range:${unicodeRange(characters)}}`,
    );
  }
  return files.set('site.css', new TextEncoder().encode(rules.join('\n')));
}
