/**
 * A build writes to a sibling of `dist/` and replaces it when complete: a build that is killed, that runs out of disk or that
 * finds an error late leaves the site of the build before as it was.
 */
import type { AstroIntegration } from 'astro';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A sibling of the final folder, so that a rename is enough. */
function nextOf(dist: string): string {
  return join(dirname(dist), `.${basename(dist)}-next`);
}

function previousOf(dist: string): string {
  return join(dirname(dist), `.${basename(dist)}-previous`);
}

/** Cleans up after a build that was killed between its two renames. */
export async function recoverBuild(dist: string): Promise<void> {
  if (!existsSync(dist) && existsSync(previousOf(dist))) await rename(previousOf(dist), dist);
  await rm(previousOf(dist), { recursive: true, force: true });
  await rm(nextOf(dist), { recursive: true, force: true });
}

/** @param site the folder that was written; one that is its own final place stays where it is */
export async function publishSite(site: string): Promise<void> {
  const folder = site.replace(/[\\/]$/, '');
  const name = /^\.(.+)-next$/.exec(basename(folder))?.[1];
  if (name === undefined) return;
  const dist = join(dirname(folder), name);
  if (existsSync(dist)) await rename(dist, previousOf(dist));
  try {
    await rename(folder, dist);
  } catch (error) {
    if (existsSync(previousOf(dist))) await rename(previousOf(dist), dist);
    throw error;
  }
  await rm(previousOf(dist), { recursive: true, force: true });
}

/** Where Astro notes which pages of a build the next one may take. */
const pagesRecord = 'incremental-build.json';

/** First of the integrations; who wants another folder than `dist/` gets it directly. */
export function stagedOutput(): AstroIntegration {
  let record: URL | undefined;
  return {
    name: 'planshelf:staged-output',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig }) => {
        const dist = fileURLToPath(config.outDir).replace(/[\\/]$/, '');
        if (command !== 'build' || dist !== join(fileURLToPath(config.root), 'dist')) return;
        record = new URL(pagesRecord, config.cacheDir);
        await recoverBuild(dist);
        updateConfig({ outDir: pathToFileURL(`${nextOf(dist)}/`) });
      },
      // An interrupted build must not leave a record of pages that it rebuilt: Astro has read the record by the time it asks
      // for the paths, and writes it at the end.
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((own) => ({
          ...own,
          getStaticPaths: async () => {
            const paths = await own.getStaticPaths();
            if (record !== undefined) await rm(record, { force: true });
            return paths;
          },
        }));
      },
    },
  };
}

/** Last of the integrations: everything that writes into the site has done so. */
export function publishAfterBuild(): AstroIntegration {
  return {
    name: 'planshelf:publish',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        await publishSite(fileURLToPath(dir));
      },
    },
  };
}
