/**
 * Astro and its bundler report a full or read-only disk with a stack trace and an invitation to report a bug. Whatever
 * failed: the last line of a failed build says what is wrong with the disk, and what to do.
 */
import type { AstroIntegration } from 'astro';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemErrorMessage } from '../../model/system-error.ts';

/** In bytes: more than is left over where a larger file did not fit any more, or where a browser gave back what it had. */
const probeBytes = 32 << 20;

/**
 * Asks the disk itself, since every program words its error in its own way.
 * @param folders that are written to
 * @returns a sentence on the first of them that cannot be written to; undefined if all can
 */
export function findDiskError(folders: readonly string[]): string | undefined {
  const probe = Buffer.alloc(probeBytes);
  for (const folder of folders.filter((path) => existsSync(path))) {
    // Named as files are that are written beside their place, so that one that is left is removed with those.
    const path = join(folder, `.planshelf-room.${process.pid}.0.tmp`);
    try {
      writeFileSync(path, probe);
    } catch (error) {
      const said = systemErrorMessage(error instanceof Error ? Object.assign(error, { path: folder }) : error);
      if (said !== undefined) return said;
    } finally {
      removeProbe(path);
    }
  }
  return undefined;
}

function removeProbe(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where nothing can be written nothing is left to remove.
  }
}

/** First of the integrations, so that no other fails before it listens. */
export function reportDiskErrors(): AstroIntegration {
  return {
    name: 'planshelf:disk',
    hooks: {
      'astro:config:setup': ({ command, config }) => {
        if (command !== 'build') return;
        const folders = [fileURLToPath(config.root), fileURLToPath(config.cacheDir), tmpdir()];
        process.once('exit', (code) => {
          const said = code === 0 ? undefined : findDiskError(folders);
          if (said !== undefined) process.stderr.write(`${said}\n`);
        });
      },
    },
  };
}
