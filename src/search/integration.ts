import type { AstroIntegration } from 'astro';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { close, createIndex } from 'pagefind';
import { isSearchable, searchablePage } from './searchable-page.ts';

/** What the site's own search needs of Pagefind; its ready-made interfaces, half a megabyte, are left out. */
const published = /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|.*\.(?:pagefind|pf_\w+))$/;

/**
 * Writes the search index of the finished pages to `/pagefind/`. It stands beside the press: both take what the pages
 * have become, and nothing of the site imports them.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'planshelf:search',
    hooks: {
      'astro:build:done': async ({ dir, assets, logger }) => {
        const pages = [...assets.values()].flat().filter(({ pathname }) => pathname.endsWith('.html'));
        const indexed = await writeIndex(dir, pages);
        logger.info(`检索索引：${indexed} 份计划`);
      },
    },
  };
}

/**
 * @param site root of the built site
 * @param pages its HTML files
 * @returns how many of them are in the index
 * @throws if the index does not take a page
 */
async function writeIndex(site: URL, pages: readonly URL[]): Promise<number> {
  try {
    const { index, errors } = await createIndex();
    if (index === undefined) throw new Error(`建不起检索索引：${errors.join('；')}`);
    let indexed = 0;
    for (const page of pages.toSorted((a, b) => (a.href < b.href ? -1 : 1))) {
      const html = await readFile(page, 'utf8');
      if (!isSearchable(html)) continue;
      // Percent-encoded and below the site's root: the base path is the reader's to add.
      const url = page.href.slice(site.href.length).replace(/index\.html$/, '');
      const added = await index.addHTMLFile({ url, content: searchablePage(html) });
      if (added.errors.length > 0) throw new Error(`${url} 进不了检索索引：${added.errors.join('；')}`);
      indexed++;
    }
    const { files } = await index.getFiles();
    await writeFiles(join(fileURLToPath(site), 'pagefind'), files);
    return indexed;
  } finally {
    await close();
  }
}

async function writeFiles(folder: string, files: readonly { path: string; content: Uint8Array }[]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const { path, content } of files.filter((file) => published.test(basename(file.path)))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
