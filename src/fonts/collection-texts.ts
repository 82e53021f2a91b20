import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { escapedCharacters } from './escaped-characters.ts';

/** What print documents are made of: the folders whose text decides which characters the fonts keep. */
const textFolders = ['content', 'templates', 'src/components', 'src/model', 'src/markdown', 'src/layouts'];
const textFile = /\.(?:mdx|ya?ml|astro|ts|css)$/;

/** The sources of a project's print documents, and the characters that they spell otherwise than by themselves. */
export async function collectionTexts(root: string): Promise<string[]> {
  const texts: string[] = [];
  for (const folder of textFolders) {
    const names = await readdir(join(root, folder), { recursive: true }).catch(() => []);
    for (const name of names.filter((file) => textFile.test(file)).sort()) {
      const text = await readFile(join(root, folder, name), 'utf8');
      texts.push(text, escapedCharacters(text));
    }
  }
  return texts;
}
