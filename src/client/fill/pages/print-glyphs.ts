/** Which characters the print fonts have, and where more of them are to be had. */
import { lazyStrings as words } from '../../../components/fill/lazy-strings.zh.ts';
import { charactersWithoutGlyph, readRanges } from '../../../fonts/character-ranges.ts';
import { part } from '../../part.ts';

/** Addresses of the lists that the fonts are published with. */
export interface FontLists {
  /** Characters that the print fonts have glyphs for. */
  readonly fontCoverage: string;
  /** Style sheets that widen them, with the characters of each. */
  readonly fontWider: string;
}

interface WiderSheet {
  readonly address: string;
  readonly characters: ReadonlySet<number>;
}

/** Most characters that are named. */
const named = 20;

/**
 * Looks into the lists, each of which is loaded when it is needed first.
 * @returns what gives the addresses of the style sheets that a text needs beside that of the print fonts, and says which
 *   of its characters no face has
 */
export function openPrintGlyphs({ fontCoverage, fontWider }: FontLists): (text: string) => Promise<readonly string[]> {
  const coverage = once(async () => readRanges(await read(fontCoverage)));
  const wider = once(async () =>
    (await read(fontWider)).split('\n').map((line): WiderSheet => {
      const [file = '', ranges = ''] = line.split(' ');
      return { address: new URL(file, new URL(fontWider, location.href)).href, characters: readRanges(ranges) };
    }),
  );
  return async (text) => {
    // Precomposed, as the faces have them.
    const characters = [...new Set(text.normalize('NFC'))].join('');
    let missing = charactersWithoutGlyph(characters, await coverage());
    const sheets: string[] = [];
    for (const sheet of missing.length === 0 ? [] : await wider()) {
      const left = charactersWithoutGlyph(missing.join(''), sheet.characters);
      if (left.length < missing.length) sheets.push(sheet.address);
      missing = left;
    }
    showMissing(missing);
    return sheets;
  };
}

function showMissing(missing: readonly string[]): void {
  const place = part('#glyphs', HTMLElement);
  const more = missing.length > named ? ' …' : '';
  const text = missing.length === 0 ? '' : words.glyphs(missing.slice(0, named).join(' ') + more);
  if (place.textContent !== text) place.textContent = text;
}

async function read(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}（${String(response.status)}）`);
  return response.text();
}

/** A failure is not kept: the next one who asks tries again. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined;
  return () => {
    known ??= load();
    known.catch(() => {
      known = undefined;
    });
    return known;
  };
}
