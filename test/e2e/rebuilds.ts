import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import { type FixtureSite, makeFixtureSite } from './fixture-site.ts';
import { keepTemplates } from './shared-sites.ts';
import { digestsOf } from './whole-files.ts';

/** What a build takes from the one before. */
const kept = ['plans', 'dist', 'incremental-build.json', 'data-store.json'];

/** Builds of one site, one after the other, PDFs aside. */
export class Rebuilds {
  readonly site: FixtureSite;

  private constructor(site: FixtureSite) {
    this.site = site;
  }

  /**
   * Builds the fixture plans, not a copy of the shared site: pages are taken only in the folder that they were made in.
   * @param templates that it has: all where nothing is said
   */
  static async begin(templates?: readonly string[]): Promise<Rebuilds> {
    const rebuilds = new Rebuilds(await makeFixtureSite(resolve(import.meta.dirname, '../fixtures/site/content')));
    if (templates !== undefined) await keepTemplates(rebuilds.site, templates);
    await rebuilds.build();
    return rebuilds;
  }

  path(name: string): string {
    return join(this.site.root, name);
  }

  /** @returns digests of the built site's files, and how many pages were taken from the build before */
  async build(): Promise<{ readonly files: Record<string, string>; readonly taken: number }> {
    const { code, output } = await this.site.run('build', [], { PLANSHELF_PDF: 'off' });
    if (code !== 0) throw new Error(output);
    return { files: await digestsOf(this.site.dist), taken: output.match(/\((?:restored|cached)\)/g)?.length ?? 0 };
  }

  /** Changes a file of the site; fails where the change changes nothing. */
  async edit(name: string, change: (text: string) => string): Promise<void> {
    const text = await readFile(this.path(name), 'utf8');
    const changed = change(text);
    expect(changed, name).not.toBe(text);
    await writeFile(this.path(name), changed);
  }

  /** Compares what is built now with what is built of the same sources by a machine that never built before. */
  async expectAsFromNothing(): Promise<Record<string, string>> {
    const { files } = await this.build();
    for (const name of kept) await rm(this.path(`.cache/${name}`), { recursive: true, force: true });
    const fresh = await this.build();
    expect(fresh.taken).toBe(0);
    expect(files).toEqual(fresh.files);
    return fresh.files;
  }
}
