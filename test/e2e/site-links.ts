import { fromHtml } from 'hast-util-from-html';
import { existsSync, statSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { visitParents } from 'unist-util-visit-parents';
import { z } from 'zod';

interface Links {
  readonly addresses: readonly string[];
  readonly anchors: ReadonlySet<string>;
}

const attributes = ['href', 'src', 'action', 'data', 'poster'] as const;
const sets = ['srcSet', 'imageSrcSet'] as const;
/** `<meta property="og:image" content="…">` and the like. */
const ofMeta = /^(?:og|twitter):(?:url|image|audio|video)$/;

function linksOf(html: string): Links {
  const addresses: string[] = [];
  const anchors = new Set<string>();
  visitParents(fromHtml(html), 'element', ({ properties, tagName, children }) => {
    const text = (name: string): string => (typeof properties[name] === 'string' ? properties[name] : '');
    if (text('id') !== '') anchors.add(text('id'));
    for (const name of sets)
      addresses.push(
        ...text(name)
          .split(', ')
          .map((part) => part.split(' ')[0] ?? ''),
      );
    if (tagName !== 'base') for (const name of attributes) addresses.push(text(name));
    if (tagName === 'meta' && ofMeta.test(text('property') || text('name'))) addresses.push(text('content'));
    const [only] = children;
    if (tagName === 'script' && text('type') === 'application/ld+json' && only?.type === 'text')
      addresses.push(...only.value.matchAll(/"(https?:[^"]+)"/g).map(([, address]) => address ?? ''));
  });
  return { addresses: addresses.filter((address) => address !== ''), anchors };
}

const shelfIndex = z.object({
  addresses: z.record(z.string(), z.string()),
  plans: z.array(z.object({ slug: z.string() })),
  templates: z.record(z.string(), z.string()),
});

/** The addresses in `plans.json` have places for plan and template. */
function addressesOfIndex(text: string): readonly string[] {
  const { addresses, plans, templates } = shelfIndex.parse(JSON.parse(text));
  return Object.values(addresses).flatMap((pattern) =>
    plans.flatMap(({ slug }) =>
      Object.keys(templates).map((template) => pattern.replace('{slug}', slug).replace('{template}', template)),
    ),
  );
}

/** Addresses in what is not a page: relative ones of style sheets, whole ones of feeds, indexes and files to take along. */
function addressesOfText(name: string, text: string, origin: string): readonly string[] {
  if (name === 'plans.json') return addressesOfIndex(text);
  if (name.endsWith('.css')) return [...text.matchAll(/url\(\s*["']?([^"')]+)/g)].map(([, address]) => address ?? '');
  // A feed's `guid` names an item, it does not lead to it.
  const leading = text.replace(/<guid isPermaLink="false">.*?<\/guid>/g, '');
  return [...leading.matchAll(/https?:\/\/[^\s"'<>)\\]+/g)]
    .map(([address]) => address)
    .filter((address) => address.startsWith(origin));
}

interface Site {
  readonly folder: string;
  readonly base: string;
  /** That the site's absolute addresses begin with. */
  readonly origin: string;
}

/** `undefined` for what leads elsewhere; else the file and the anchor that an address means, which stands in some file. */
function targetOf(address: string, file: string, { folder, base, origin }: Site) {
  const url = new URL(address, `${origin}${base}${relative(folder, file).replace(/index\.html$/, '')}`);
  if (url.origin !== origin) return undefined;
  if (!url.pathname.startsWith(base)) return { file: '', anchor: '' };
  const path = join(folder, decodeURIComponent(url.pathname.slice(base.length)));
  const found = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
  // A page of a PDF is opened by number; how many there are is the proof's business.
  const anchor = found.endsWith('.pdf') && /^#page=\d+$/.test(url.hash) ? '' : decodeURIComponent(url.hash.slice(1));
  return { file: found, anchor };
}

const texts = /\.(?:css|ics|json|md|txt|xml)$/;

/**
 * Follows every internal link, picture and script of every page of a built site, and every address of it in other files.
 * @param origin that the site's absolute addresses begin with
 * @returns how many were followed by kind of file, and `file → address` of those that lead to no file or no anchor
 */
export async function unresolvedLinks(folder: string, base: string, origin = 'http://site.invalid') {
  const site = { folder, base, origin };
  const pages = new Map<string, Links>();
  const others = new Map<string, readonly string[]>();
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('.html') && !texts.test(name)) continue;
    const text = await readFile(join(folder, name), 'utf8');
    if (name.endsWith('.html')) pages.set(join(folder, name), linksOf(text));
    else others.set(join(folder, name), addressesOfText(name, text, origin));
  }
  const unresolved: string[] = [];
  const checked: Record<string, number> = {};
  const all = [...[...pages].map(([file, { addresses }]) => [file, addresses] as const), ...others];
  for (const [file, addresses] of all) {
    for (const address of addresses) {
      const target = targetOf(address, file, site);
      if (target === undefined) continue;
      const kind = /\w+$/.exec(file)?.[0] ?? '';
      checked[kind] = (checked[kind] ?? 0) + 1;
      const found = existsSync(target.file);
      const anchored = target.anchor === '' || pages.get(target.file)?.anchors.has(target.anchor) === true;
      if (!found || !anchored) unresolved.push(`${relative(folder, file)} → ${address}`);
    }
  }
  return { checked, unresolved };
}
