/** Atomic writes: a file is complete or absent. */
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isRunning } from './is-running.ts';

let written = 0;

/** `.<name>.<pid>.<n>.tmp` in the same folder. */
function temporaryName(path: string): string {
  written += 1;
  return join(dirname(path), `.${basename(path)}.${process.pid}.${written}.tmp`);
}

/**
 * Writes to a temporary sibling and renames it, so that readers see the old file or the new one. Cleans up on failure.
 * @param signal when aborted before the rename, the old file stays
 */
export async function writeAtomically(path: string, content: string | Uint8Array, signal?: AbortSignal): Promise<void> {
  const temporary = temporaryName(path);
  try {
    await writeFile(temporary, content);
    signal?.throwIfAborted();
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Removes temporary files that a killed process left in a folder. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = /^\..+\.(\d+)\.\d+\.tmp$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(folder, name), { force: true });
  }
}
