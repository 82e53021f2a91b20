import { fromHtml } from 'hast-util-from-html';
import { existsSync, statSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { visitParents } from 'unist-util-visit-parents';

interface Links {
  readonly addresses: readonly string[];
  readonly anchors: ReadonlySet<string>;
}

const attributes = ['href', 'src', 'srcSet'] as const;

function linksOf(html: string): Links {
  const addresses: string[] = [];
  const anchors = new Set<string>();
  visitParents(fromHtml(html), 'element', ({ properties, tagName }) => {
    if (typeof properties['id'] === 'string') anchors.add(properties['id']);
    for (const name of attributes) {
      const value = properties[name];
      if (typeof value !== 'string' || value === '') continue;
      if (name === 'srcSet') addresses.push(...value.split(', ').map((part) => part.split(' ')[0] ?? ''));
      else if (tagName !== 'base') addresses.push(value);
    }
  });
  return { addresses, anchors };
}

/** `undefined` for what leads elsewhere; else the file and the anchor that an address of a page means. */
function targetOf(address: string, page: string, site: string, base: string) {
  const origin = 'http://site.invalid';
  const url = new URL(address, `${origin}${base}${relative(site, page).replace(/index\.html$/, '')}`);
  if (url.origin !== origin) return undefined;
  if (!url.pathname.startsWith(base)) return { file: '', anchor: '' };
  const path = join(site, decodeURIComponent(url.pathname.slice(base.length)));
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
  // A page of a PDF is opened by number; how many there are is the proof's business.
  const anchor = file.endsWith('.pdf') && /^#page=\d+$/.test(url.hash) ? '' : decodeURIComponent(url.hash.slice(1));
  return { file, anchor };
}

/**
 * Follows every internal link, picture and script of every page of a built site.
 * @returns how many were followed, and `page → address` of those that lead to no file or no anchor
 */
export async function unresolvedLinks(site: string, base: string) {
  const names = (await readdir(site, { recursive: true })).filter((name) => name.endsWith('.html'));
  const pages = new Map<string, Links>();
  for (const name of names) pages.set(join(site, name), linksOf(await readFile(join(site, name), 'utf8')));
  const unresolved: string[] = [];
  let checked = 0;
  for (const [page, { addresses }] of pages) {
    for (const address of addresses) {
      const target = targetOf(address, page, site, base);
      if (target === undefined) continue;
      checked += 1;
      const found = existsSync(target.file);
      const anchored = target.anchor === '' || pages.get(target.file)?.anchors.has(target.anchor) === true;
      if (!found || !anchored) unresolved.push(`${relative(site, page)} → ${address}`);
    }
  }
  return { checked, unresolved };
}
