/** Digests of what was checked, so that a build can verify that it uses the same content. */
import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Plugin } from 'vite';
import { slugOf } from '../model/slug.ts';
import { listEntries, plansFolder } from './load.ts';

/** Digest of each entry's bytes, by its path relative to the root. */
export type EntryDigests = ReadonlyMap<string, string>;

export async function digestsOf(root: string): Promise<EntryDigests> {
  const paths = await listEntries(root);
  return new Map(
    await Promise.all(paths.map(async (path) => [path, digest(await readFile(join(root, path)))] as const)),
  );
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Paths that are in one and not in the other, or differ, sorted. */
export function differences(before: EntryDigests, after: EntryDigests): string[] {
  const all = new Set([...before.keys(), ...after.keys()]);
  return [...all].filter((path) => before.get(path) !== after.get(path)).sort();
}

/**
 * Entries that have no page, and pages of plans that have no entry; of both the slug, sorted.
 * @param pathnames of all pages of the site, below its base path
 */
export function unmatchedPlans(checked: EntryDigests, pathnames: readonly string[]): string[] {
  const made = new Set(pathnames.flatMap((path) => /^\/?plans\/([^/]+)\/?$/.exec(decodeURI(path))?.[1] ?? []));
  const slugs = new Set([...checked.keys()].map(slugOf));
  return [...made.symmetricDifference(slugs)].sort();
}

/** Refuses to compile an entry that was not checked, or not as it is now. */
export function compileChecked(root: string, checked: EntryDigests): Plugin {
  const folder = realpath(join(root, plansFolder));
  return {
    name: 'planshelf:checked',
    enforce: 'pre',
    async transform(code, id) {
      if (!id.endsWith('.mdx')) return null;
      const below = (await folder) + sep;
      const path = id.split('/').join(sep);
      const known = path.startsWith(below)
        ? checked.get(`${plansFolder}/${path.slice(below.length).split(sep).join('/')}`)
        : undefined;
      if (known === undefined)
        this.error(`${id} 没有经过检查，不能生成：它不在 ${plansFolder}/ 下，或是由链接带进来的。`);
      if (known !== digest(code)) this.error(`${id} 在检查之后又改动了，没有生成。请再运行一次。`);
      return null;
    },
  };
}
