/** What a PDF depends on, as one hash. */
import { createHash, type Hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathWithin } from './serve.ts';

export interface KeyInputs {
  /** Whole filled print document. */
  readonly html: string;
  /** Address path of the document, for relative addresses in it. */
  readonly sourceUrl: string;
  readonly browserIdentity: string;
  readonly date: Date;
  /** Anything else that the result depends on, such as the bounds that the proof holds. */
  readonly template: unknown;
}

/** Computes keys for the documents of one built site; files are read once. */
export interface KeyMaker {
  key(inputs: KeyInputs): Promise<string>;
}

const placeholder = 'http://site';

/** Local files that a document loads: style sheets, scripts, images. */
function assetsOf(html: string): readonly string[] {
  const tags = html.match(/<(?:link|script|img|image|source)\b[^>]*>/g) ?? [];
  return tags.flatMap((tag) => {
    if (tag.startsWith('<link') && !/\brel=["']?stylesheet/.test(tag)) return [];
    const address = /\b(?:src|href)=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/.exec(tag);
    return [address?.[1] ?? address?.[2] ?? address?.[3] ?? ''].filter(Boolean);
  });
}

/** Addresses in a style sheet: fonts, images, imports. */
function addressesInCss(css: string): readonly string[] {
  return [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']/g)]
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((address) => address !== '' && !address.startsWith('data:'));
}

async function addSources(hash: Hash, folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort()) hash.update(path.slice(folder.length)).update(await readFile(path));
}

let pressVersion: Promise<string> | undefined;

/** Version of the press and its proof: a hash of their sources, so that no change of them can be forgotten. */
function versionOfPress(): Promise<string> {
  return (pressVersion ??= (async () => {
    const hash = createHash('sha256');
    await addSources(hash, import.meta.dirname);
    return hash.digest('hex');
  })());
}

/**
 * @param root folder of the built site
 * @param base its base path, normalized
 */
export function createKeyMaker(root: string, base: string): KeyMaker {
  const files = new Map<string, Promise<string>>();

  async function digestFile(url: URL): Promise<string> {
    const path = pathWithin(base, url.pathname);
    if (path === undefined) return 'outside';
    const content = await readFile(join(root, path)).catch(() => undefined);
    // The stage reports a missing file with its address; the key only has to differ.
    if (content === undefined) return 'missing';
    const hash = createHash('sha256').update(content);
    if (path.endsWith('.css')) {
      for (const address of addressesInCss(content.toString('utf8'))) hash.update(await digest(new URL(address, url)));
    }
    return hash.digest('hex');
  }

  function digest(url: URL): Promise<string> {
    if (url.origin !== placeholder) return Promise.resolve(url.href);
    const known = files.get(url.pathname) ?? digestFile(url);
    files.set(url.pathname, known);
    return known;
  }

  return {
    async key({ html, sourceUrl, browserIdentity, date, template }) {
      const document = new URL(sourceUrl, placeholder);
      const assets = await Promise.all(assetsOf(html).map((address) => digest(new URL(address, document))));
      const parts = [await versionOfPress(), browserIdentity, date.toISOString(), JSON.stringify(template), html];
      const hash = createHash('sha256');
      // Lengths keep two neighbouring parts from being read as another pair.
      for (const part of [...parts, ...assets]) hash.update(`${part.length}:`).update(part);
      return hash.digest('hex');
    },
  };
}
