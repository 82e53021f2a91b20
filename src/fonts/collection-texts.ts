import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';

const reference = /&(?:#\d+|#x[\da-f]+|\w+);/gi;
/** In double quotes of YAML and in scripts. */
const escape = /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|u\{([\dA-Fa-f]+)\}|U([\dA-Fa-f]{8}))/g;
const largest = 0x10ffff;

/**
 * The characters that a source spells otherwise than by themselves.
 *
 *     版权&copy;，罕字&#x3402;，"\u21D2" → ©㐂⇒
 */
export function escapedCharacters(source: string): string {
  let decoded = '';
  const parser = new Parser({
    ontext(text) {
      decoded += text;
    },
  });
  parser.end((source.match(reference) ?? []).join(''));
  for (const [, ...digits] of source.matchAll(escape)) {
    const point = parseInt(digits.join(''), 16);
    if (point <= largest) decoded += String.fromCodePoint(point);
  }
  return decoded;
}

/** What print documents are made of: the folders whose text decides which characters the fonts keep. */
const textFolders = [
  'content',
  'templates',
  'src/components',
  'src/document',
  'src/html',
  'src/model',
  'src/markdown',
  'src/layouts',
];
const textFile = /\.(?:mdx|ya?ml|astro|ts|css)$/;
/** Words that are searched for: two thousand of their characters are in no word that is printed. */
const searched = join('src/model', 'search');

/** The sources of a project's print documents, and the characters that they spell otherwise than by themselves. */
export async function collectionTexts(root: string): Promise<string[]> {
  const texts: string[] = [];
  for (const folder of textFolders) {
    const names = await readdir(join(root, folder), { recursive: true }).catch(() => []);
    for (const name of names.filter((file) => textFile.test(file)).sort()) {
      if (join(folder, name).startsWith(searched)) continue;
      const text = await readFile(join(root, folder, name), 'utf8');
      texts.push(text, escapedCharacters(text));
    }
  }
  return texts;
}
