/** What a PDF depends on, as one hash. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathWithin } from './serve.ts';
import { hashOfSources } from './source-hash.ts';

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
  return [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']/g)]
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((address) => address !== '' && !address.startsWith('data:'));
}

let pressVersion: Promise<string> | undefined;

/** Version of the press and its proof: a hash of their sources, so that no change of them can be forgotten. */
function versionOfPress(): Promise<string> {
  return (pressVersion ??= hashOfSources([import.meta.dirname]));
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
    async parts({ html, sourceUrl, browserIdentity, date, template }) {
      const document = new URL(sourceUrl, placeholder);
      const addresses = assetsOf(html);
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
