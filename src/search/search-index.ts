/** The search index of a site's pages, made with Pagefind. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { isSearchable, searchablePage } from './searchable-page.ts';

/** What the site's own search needs of Pagefind; its ready-made interfaces, half a megabyte, are left out. */
const published = /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|.*\.(?:pagefind|pf_\w+))$/;

export interface SearchIndex {
  /** Takes a page, if it offers itself. The same pages in the same order give the same index. */
  add(page: URL): Promise<void>;
  /** Writes the index to `/pagefind/` of the site. @returns how many pages are in it */
  write(): Promise<number>;
  /** Ends the program that makes indexes; there is one for all of them. */
  close(): Promise<void>;
}

/**
 * @param site root of the built site, with a slash at its end
 * @throws if there is no index to be had, or it does not take a page
 */
export async function openSearchIndex(site: URL): Promise<SearchIndex> {
  const { index, errors } = await createIndex();
  if (index === undefined) throw new Error(`建不起检索索引：${errors.join('；')}`);
  let indexed = 0;
  return {
    async add(page) {
      if (await addPage(index, site, page)) indexed++;
    },
    async write() {
      const { files } = await index.getFiles();
      await writeFiles(join(fileURLToPath(site), 'pagefind'), files);
      return indexed;
    },
    async close() {
      await close();
    },
  };
}

async function addPage(index: PagefindIndex, site: URL, page: URL): Promise<boolean> {
  const html = await readFile(page, 'utf8');
  if (!isSearchable(html)) return false;
  // Percent-encoded and below the site's root: the base path is the reader's to add.
  const url = page.href.slice(site.href.length).replace(/index\.html$/, '');
  const { errors } = await index.addHTMLFile({ url, content: searchablePage(html) });
  if (errors.length > 0) throw new Error(`${url} 进不了检索索引：${errors.join('；')}`);
  return true;
}

async function writeFiles(folder: string, files: readonly { path: string; content: Uint8Array }[]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const { path, content } of files.filter((file) => published.test(basename(file.path)))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
