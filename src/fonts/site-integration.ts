import type { AstroIntegration } from 'astro';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pruneFonts } from './print-fonts.ts';
import { makeSiteFonts, titleFace } from './site-fonts.ts';
import { titleCharacters } from './title-characters.ts';

/**
 * Publishes the titles' face under `/fonts/site.css`, made of the titles in the finished pages. While developing there
 * are no finished pages: titles are then in the system's Song.
 */
export function siteFonts(): AstroIntegration {
  let cacheFolder = '';
  return {
    name: 'planshelf:site-fonts',
    hooks: {
      'astro:config:done': ({ config }) => {
        cacheFolder = join(fileURLToPath(config.cacheDir), 'fonts');
      },
      'astro:build:done': async ({ dir }) => {
        const site = fileURLToPath(dir);
        const shelf = titleCharacters(await readFile(join(site, 'index.html'), 'utf8'));
        const files = await makeSiteFonts(titleFace(), shelf, await otherTitles(site), cacheFolder);
        const folder = join(site, 'fonts');
        await mkdir(folder, { recursive: true });
        for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
        await pruneFonts(cacheFolder);
      },
    },
  };
}

/** Print documents have fonts of their own. */
async function otherTitles(site: string): Promise<ReadonlySet<string>> {
  const names = (await readdir(site, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
  const characters = new Set<string>();
  for (const name of names.filter((file) => file.endsWith('.html') && !file.startsWith('print/')))
    for (const character of titleCharacters(await readFile(join(site, name), 'utf8'))) characters.add(character);
  return characters;
}
