/** Files that are either whole at their place or not there. */
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isRunning } from './is-running.ts';

let written = 0;

/** `.<name>.<pid>.<n>.tmp` beside the final place. */
function besideOf(path: string): string {
  written += 1;
  return join(dirname(path), `.${basename(path)}.${process.pid}.${written}.tmp`);
}

/**
 * Writes beside and renames into place; whoever reads sees the old file or the new one. Nothing is left behind on failure.
 * @param signal when aborted before the rename, the old file stays
 */
export async function writeWhole(path: string, content: string | Uint8Array, signal?: AbortSignal): Promise<void> {
  const beside = besideOf(path);
  try {
    await writeFile(beside, content);
    signal?.throwIfAborted();
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Removes what a killed process left beside the files of a folder. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = /^\..+\.(\d+)\.\d+\.tmp$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(folder, name), { force: true });
  }
}
