/** The search index of a site's pages, made with Pagefind. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { z } from 'zod';
import { pagesFile } from '../model/search/search-head.ts';
import { isSearchable, searchablePage } from './searchable-page.ts';

/** What the site's own search needs of Pagefind; its ready-made interfaces, half a megabyte, are left out. */
const published = /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|.*\.(?:pagefind|pf_\w+))$/;

/**
 * Makes the index of pages and writes it to `/pagefind/` of the site. The same pages in the same order give the same index.
 *
 * @param site root of the built site, with a slash at its end
 * @returns how many pages offered themselves
 * @throws if there is no index to be had, or it does not take a page
 */
export async function makeSearchIndex(site: URL, pages: readonly URL[]): Promise<number> {
  try {
    const { index, errors } = await createIndex();
    if (index === undefined) throw new Error(`建不起检索索引：${errors.join('；')}`);
    let indexed = 0;
    for (const page of pages) {
      const html = await readFile(page, 'utf8');
      if (!isSearchable(html)) continue;
      const added = await index.addHTMLFile({ url: addressWithin(site, page), content: searchablePage(html) });
      if (added.errors.length > 0) throw new Error(`${page.href} 进不了检索索引：${added.errors.join('；')}`);
      indexed++;
    }
    const folder = join(fileURLToPath(site), 'pagefind');
    await rm(folder, { recursive: true, force: true });
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw new Error(`检索索引写不下来：${written.errors.join('；')}`);
    await removeOthers(folder);
    await writeFile(join(folder, pagesFile), JSON.stringify(await pagesIn(folder)));
    return indexed;
  } finally {
    await close();
  }
}

/** Percent-encoded and below the site's root: the base path is the reader's to add. */
function addressWithin(site: URL, page: URL): string {
  return page.href.slice(site.href.length).replace(/index\.html$/, '');
}

async function removeOthers(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile() && !published.test(entry.name)) await rm(join(entry.parentPath, entry.name));
}

/** What Pagefind writes before the JSON of a page. */
const signature = 'pagefind_dcd';
const pageSchema = z.object({ url: z.string() });
/** A page, or in a large index several by their names. */
const fragmentSchema = z.union([
  pageSchema.transform(({ url }) => ({ url })),
  z.record(z.string(), pageSchema).transform((several) => ({ several })),
]);

/** The address of each page below the site's root, by the name that results have for it before the page is loaded. */
async function pagesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const pages: Record<string, string> = {};
  for (const name of (await readdir(join(folder, 'fragment'))).sort()) {
    const text = gunzipSync(await readFile(join(folder, 'fragment', name))).toString();
    const fragment = fragmentSchema.parse(JSON.parse(text.slice(signature.length)));
    if ('url' in fragment) pages[name.replace(/\.\w+$/, '')] = fragment.url;
    else for (const [id, { url }] of Object.entries(fragment.several)) pages[id] = url;
  }
  return pages;
}
