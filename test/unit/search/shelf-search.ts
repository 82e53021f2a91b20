/** The search over this shelf's own plans, with a real index of their text, as the build makes it of finished pages. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { readIndustries } from '../../../src/check/load.ts';
import type { Pagefind } from '../../../src/client/search/pagefind.ts';
import { slugsOf } from '../../../src/client/search/open-search.ts';
import { PlanSearch } from '../../../src/client/search/plan-search.ts';
import { TextIndex } from '../../../src/client/search/text-index.ts';
import { searchHeads } from '../../../src/components/shelf/search-heads.ts';
import { entryDocument } from '../../../src/document/entry-document.ts';
import { fillDocument } from '../../../src/document/fill.ts';
import { nothingFilled } from '../../../src/document/filling.ts';
import { DocumentHtml } from '../../../src/html/document-html.ts';
import { toHtml } from 'hast-util-to-html';
import type { Plan } from '../../../src/model/plan.ts';
import { synonymsFile, synonymsSchema } from '../../../src/model/search/synonyms.ts';
import { planIn, planPaths } from '../../../src/check/read-plan.ts';
import { makeSearchIndex } from '../../../src/search/search-index.ts';

const root = resolve(import.meta.dirname, '../../..');

export interface ShelfSearch {
  readonly search: PlanSearch;
  remove(): Promise<void>;
}

export async function openShelfSearch(): Promise<ShelfSearch> {
  const folder = await mkdtemp(join(tmpdir(), 'planshelf-recall-'));
  const entries = await Promise.all(
    [...(await planPaths(root))].map(async ([slug, path]) => {
      const text = await readFile(join(root, path), 'utf8');
      return { plan: planIn(text, slug, path), text };
    }),
  );
  const pages: URL[] = [];
  for (const { plan, text } of entries) {
    const page = join(folder, 'plans', plan.slug);
    await mkdir(page, { recursive: true });
    await writeFile(join(page, 'index.html'), pageOf(plan, text));
    pages.push(pathToFileURL(join(page, 'index.html')));
  }
  await makeSearchIndex(pathToFileURL(`${folder}/`), pages);
  const synonyms = synonymsSchema.parse(parse(await readFile(join(root, synonymsFile), 'utf8')));
  const plans = entries.map(({ plan, text }) => ({ plan, prose: text.replace(/^---\n[^]*?\n---\n/, '') }));
  const heads = searchHeads(plans, await readIndustries(root), synonyms);
  const names = JSON.parse(await readFile(join(folder, 'pagefind/pages.json'), 'utf8')) as Record<string, string>;
  const pagefind = await openPagefind(join(folder, 'pagefind/pagefind.js'));
  const search = new PlanSearch(heads, await TextIndex.of(pagefind, slugsOf(names)));
  return { search, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The index's own program, which fetches its files; here, from the disk. */
async function openPagefind(path: string): Promise<Pagefind> {
  globalThis.fetch = async (address) => {
    const url = String(address instanceof Request ? address.url : address).split('?')[0] ?? '';
    return new Response(await readFile(url.startsWith('file:') ? fileURLToPath(url) : url));
  };
  const loaded = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as Pagefind & {
    init(language: string): Promise<void>;
  };
  await loaded.options({ baseUrl: '/' });
  await loaded.init('zh-cn');
  return loaded;
}

/** Title, summary and text of a plan, with the weights of its page. */
function pageOf(plan: Plan, text: string): string {
  const document = fillDocument(entryDocument(plan, text), nothingFilled);
  return [
    '<html lang="zh-CN"><body>',
    `<div data-pagefind-body><h1 data-pagefind-weight="6">${plan.title}</h1>`,
    `<p class="summary" data-pagefind-weight="3">${plan.summary}</p></div>`,
    `<article data-pagefind-body>${toHtml(new DocumentHtml(document).text())}`,
    '</article></body></html>',
  ].join('\n');
}
