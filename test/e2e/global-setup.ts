import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder for the records of the sites that test files share; see `shared-sites.ts`. */
    readonly sharedSites: string;
  }
}

/** A site is built once a run, by the test file that needs it first; all are removed at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'planshelf-shared-'));
  project.provide('sharedSites', folder);
  return async () => {
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.json'))) {
      const { root } = JSON.parse(await readFile(join(folder, name), 'utf8')) as { readonly root: string };
      if (root !== '') await rm(root, { recursive: true, force: true });
    }
    await rm(folder, { recursive: true, force: true });
  };
}
