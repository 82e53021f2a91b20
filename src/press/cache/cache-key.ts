/** What a PDF depends on, as one hash. */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathWithin } from '../serve.ts';

/** SHA-256 of all files in folders, so that no change of the code in them can be forgotten. */
async function hashOfSources(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const path of paths.sort()) hash.update(path.slice(folder.length)).update(await readFile(path));
  }
  return hash.digest('hex');
}

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

/** Digests of all that a PDF depends on, by what it is: `document`, `browser`, or the address of a file that it loads. */
export type KeyParts = Readonly<Record<string, string>>;

/** The key of a PDF that depends on these. */
export function keyOf(parts: KeyParts): string {
  return sha256(JSON.stringify(Object.entries(parts)));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Computes keys for the documents of one built site; files are read once. */
export interface KeyMaker {
  parts(inputs: KeyInputs): Promise<KeyParts>;
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
  return (
    [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']/g)]
      .map((match) => match[1] ?? match[2] ?? '')
      // A place within the sheet or its document, `url(#clip)`, is no file.
      .filter((address) => address !== '' && !/^(?:data:|#)/.test(address))
  );
}

let pressVersion: Promise<string> | undefined;

/** Folders of `src/` whose code prints and proves. What writes documents is not among them: the key holds the documents. */
export const pressCode: readonly string[] = ['press', 'proof', 'model', 'markdown', 'document', 'html'];

/** Version of the press and its proof: a hash of the code and the packages that both use, so that no change is forgotten. */
function versionOfPress(): Promise<string> {
  return (pressVersion ??= (async () => {
    const source = join(import.meta.dirname, '../..');
    const folders = pressCode.map((name) => join(source, name));
    const packages = await readFile(join(source, '..', 'package-lock.json'), 'utf8').catch(() => '');
    return sha256(JSON.stringify([await hashOfSources(folders), packages]));
  })());
}

/** A file of the site, and the addresses of what it loads. */
interface SiteFile {
  readonly digest: string;
  readonly loads: readonly URL[];
}

/**
 * @param root folder of the built site
 * @param base its base path, normalized
 */
export function createKeyMaker(root: string, base: string): KeyMaker {
  const files = new Map<string, Promise<SiteFile>>();
  const digests = new Map<string, Promise<string>>();

  async function readSiteFile(url: URL): Promise<SiteFile> {
    // What stands elsewhere is known by its address alone.
    if (url.origin !== placeholder) return { digest: url.href, loads: [] };
    const path = pathWithin(base, url.pathname);
    if (path === undefined) return { digest: 'outside', loads: [] };
    const content = await readFile(join(root, path)).catch(() => undefined);
    // The page reports a missing file with its address; the key only has to differ.
    if (content === undefined) return { digest: 'missing', loads: [] };
    const addresses = path.endsWith('.css') ? addressesInCss(content.toString('utf8')) : [];
    const digest = createHash('sha256').update(content).digest('hex');
    return { digest, loads: addresses.map((address) => new URL(address, url)) };
  }

  /** Of a file with all that it loads, and that loads in turn; sheets may import each other. */
  async function digestWhole(url: URL): Promise<string> {
    const found = new Map<string, string>();
    const left = [url];
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const { href } = next;
      if (found.has(href)) continue;
      const file = files.get(href) ?? readSiteFile(next);
      files.set(href, file);
      const { digest, loads } = await file;
      found.set(href, digest);
      left.push(...loads);
    }
    return sha256(JSON.stringify([...found].sort(([one], [other]) => (one < other ? -1 : 1))));
  }

  function digest(url: URL): Promise<string> {
    const known = digests.get(url.href) ?? digestWhole(url);
    digests.set(url.href, known);
    return known;
  }

  return {
    async parts({ html, sourceUrl, browserIdentity, date, template }) {
      const document = new URL(sourceUrl, placeholder);
      const addresses = assetsOf(html).filter((address) => URL.canParse(address, document));
      const digests = await Promise.all(addresses.map((address) => digest(new URL(address, document))));
      return {
        press: await versionOfPress(),
        browser: sha256(browserIdentity),
        date: date.toISOString(),
        template: sha256(JSON.stringify(template)),
        document: sha256(html),
        ...Object.fromEntries(addresses.map((address, index) => [address, digests[index] ?? ''])),
      };
    },
  };
}
