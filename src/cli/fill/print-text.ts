import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { charactersWithoutGlyph } from '../../fonts/character-ranges.ts';
import { type Coverage, sharedCoverage } from '../../fonts/coverage.ts';
import { bundledFaces } from '../../fonts/faces.ts';
import { charactersOf, makePrintFonts } from '../../fonts/print-fonts.ts';
import { writeAtomically } from '../../press/write-atomically.ts';

/** 〓, which Chinese composition has always set where a sort is missing. */
const missingSort = '〓';

/** What writers' words need in print beyond the published documents. */
export interface PrintText {
  /** Address of the style sheet with the fonts; undefined where those of the site have all characters that any face has. */
  readonly stylesheet: string | undefined;
  /** Characters that no print font has. */
  readonly missing: readonly string[];
  /** The document with {@link missingSort} for each of them. */
  readonly printable: (document: Root) => Root;
}

/**
 * Makes sure that the print fonts of a built site have the characters of some texts. The site's own are cut down to the
 * collection; where they do not reach, wider ones are put beside them.
 * @param document any of the site's print documents
 */
export async function printTextFor(
  texts: readonly string[],
  document: Root,
  site: string,
  cacheFolder: string,
): Promise<PrintText> {
  const known = new Set(charactersOf([toString(document)]));
  const needed = new Set(charactersOf(texts));
  const extra = [...needed.difference(known)];
  if (extra.length === 0) return { stylesheet: undefined, missing: [], printable: (whole) => whole };
  const faces = bundledFaces();
  const coverage = await sharedCoverage(faces);
  const missing = charactersWithoutGlyph(extra.join(''), coverage);
  const printable = (whole: Root): Root => (missing.length === 0 ? whole : withSorts(whole, coverage));
  // What no face has, no font is cut for.
  if (!extra.some((character) => coverage.has(character.codePointAt(0) ?? 0)))
    return { stylesheet: undefined, missing, printable };
  const fonts = await makePrintFonts(faces, charactersOf([toString(document), ...texts]), join(cacheFolder, 'fonts'));
  const folder = join(site, 'fonts');
  await mkdir(folder, { recursive: true });
  for (const [name, content] of fonts.files) await writeAtomically(join(folder, name), content);
  return { stylesheet: `/fonts/${fonts.stylesheet}`, missing, printable };
}

function withSorts<T extends Root | Element>(node: T, coverage: Coverage): T {
  const children = node.children.map((child): RootContent | ElementContent => {
    if (child.type === 'text') return { ...child, value: sorted(child.value, coverage) };
    if (child.type !== 'element') return child;
    const { dataTitle: title } = child.properties;
    // Running heads are made of it.
    const properties =
      typeof title === 'string' ? { ...child.properties, dataTitle: sorted(title, coverage) } : child.properties;
    return { ...withSorts(child, coverage), properties };
  });
  return { ...node, children };
}

/** A family of four is one sign, and so is its 〓. */
function sorted(text: string, coverage: Coverage): string {
  if (charactersWithoutGlyph(text, coverage).length === 0) return text;
  return [...new Intl.Segmenter('zh-CN').segment(text)]
    .map(({ segment }) => (charactersWithoutGlyph(segment, coverage).length === 0 ? segment : missingSort))
    .join('');
}

/** The style sheet that every print document has its bundled fonts from; a template may have one of its own beside it. */
const bundledSheet = /\/fonts\/print\.[^/]+\.css$/;

/** Gives a print document another style sheet for its bundled fonts. */
export function withFonts<T extends Root | Element>(node: T, stylesheet: string): T {
  const children = node.children.map((child) => {
    if (child.type !== 'element') return child;
    const { properties } = child;
    const { href } = properties;
    const isFonts = child.tagName === 'link' && typeof href === 'string' && bundledSheet.test(href);
    return isFonts ? { ...child, properties: { ...properties, href: stylesheet } } : withFonts(child, stylesheet);
  });
  return { ...node, children };
}
