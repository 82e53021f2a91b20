import { createHash } from 'node:crypto';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lockBuild, askedToWait } from '../press/site/build-lock.ts';
import { trace } from '../press/trace.ts';

/** Everything that is kept between runs: fonts, finished PDFs, the unpacked browser. */
export function cacheFolderOf(root: string): string {
  return join(root, '.cache');
}

/** What the pages of a site are made of, relative to the project's root. */
const sources = ['content', 'src', 'templates', 'public', 'astro.config.mjs', 'package-lock.json'];

/** Hash of everything that a site below `/` is made of. */
export async function sourcesFingerprint(root: string): Promise<string> {
  // The site's address stands in its pages; its base path does not, since it is `/` here.
  const hash = createHash('sha256').update(`${process.env['PLANSHELF_SITE'] ?? ''}\0`);
  for (const source of sources) {
    for (const path of await filesUnder(join(root, source))) {
      const content = await readFile(path);
      hash.update(`${path.slice(root.length)}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

/**
 * Builds the site as the plans are written now, without PDFs and other files and apart from `dist/`, which stays as it
 * was published. A site that was built of the same sources is taken as it is. No other command builds in this checkout until
 * the process ends: what is made of the site reads it to the last.
 * @returns the folder of the built site; its base path is `/`
 * @throws {BuildBusyError} if another command is at work here
 */
export async function buildPrintSite(root: string, signal?: AbortSignal): Promise<string> {
  await lockBuild(root, 'build', askedToWait(signal));
  const site = join(cacheFolderOf(root), 'print-site');
  const mark = `${site}.sha256`;
  const fingerprint = await sourcesFingerprint(root);
  const index = await readFile(join(site, 'index.html')).catch(() => undefined);
  if (index !== undefined && (await readFile(mark, 'utf8').catch(() => '')) === fingerprint) {
    trace(() => `站点没有变，沿用 ${site}`);
    return site;
  }
  process.stderr.write('内容、程序或依赖有改动，先重新生成页面……\n');
  await rm(mark, { force: true });
  // The configuration makes links in prose by it.
  process.env['PLANSHELF_BASE'] = '/';
  process.env['PLANSHELF_PDF'] = 'off';
  process.env['PLANSHELF_FILES'] = 'off';
  // Astro loads when it is needed: most calls find the site as it should be.
  const { build } = await import('astro');
  // What pages are kept of belongs to the published site, which has another base path or other parts.
  await build({ root, outDir: site, base: '/', logLevel: 'warn', experimental: { incrementalBuild: false } });
  await writeFile(mark, fingerprint);
  return site;
}

/** Paths of all files of a folder, sorted; a file is its own only one, and what is not there has none. */
async function filesUnder(path: string): Promise<string[]> {
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOTDIR') return [path];
    if (code === 'ENOENT') return [];
    throw error;
  }
}
