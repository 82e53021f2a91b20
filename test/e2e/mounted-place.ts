/** A small disk of its own for a site: it can be filled, and sealed, while a program writes to it. */
import { execFile } from 'node:child_process';
import { open, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** File modes do not restrict root; mounts do. */
export const mayMount = process.platform === 'linux' && process.getuid?.() === 0;

/** Mounts something on a folder while some work is done. */
export async function mounted(folder: string, options: readonly string[], work: () => Promise<void>): Promise<void> {
  await mkdir(folder, { recursive: true });
  await run('mount', [...options, folder]);
  try {
    await work();
  } finally {
    await run('umount', [folder]);
  }
}

export interface SmallDisk {
  /** Where a site can be put. */
  readonly folder: string;
  /** On the same disk: the system's temporary files are rarely elsewhere. */
  readonly temporary: string;
  /** Writes until there is no room. */
  fill(): Promise<void>;
  /** Gives the room back. */
  clear(): Promise<void>;
  /** Makes `folder` read-only, as soon as nothing in it is open for writing. */
  seal(): Promise<void>;
  unseal(): Promise<void>;
  remove(): Promise<void>;
}

/** @param megabytes room on the disk */
export async function makeSmallDisk(megabytes: number): Promise<SmallDisk> {
  const disk = await mkdtemp(join(tmpdir(), 'planshelf-disk-'));
  await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk]);
  const [folder, temporary, filler] = [join(disk, 'site'), join(disk, 'tmp'), join(disk, 'filler')];
  await Promise.all([mkdir(folder), mkdir(temporary)]);
  await run('mount', ['--bind', folder, folder]);
  return {
    folder,
    temporary,
    fill: async () => {
      const file = await open(filler, 'w');
      try {
        for (const size of [1 << 20, 4096]) for (;;) if (!(await hadSpace(() => file.write(Buffer.alloc(size))))) break;
      } finally {
        await file.close();
      }
    },
    clear: () => rm(filler, { force: true }),
    seal: async () => {
      // Refused while a file is open for writing, which none is for long.
      while (!(await run('mount', ['-o', 'remount,bind,ro', folder]).then(Boolean, () => false))) await wait(5);
    },
    unseal: async () => {
      await run('mount', ['-o', 'remount,bind,rw', folder]);
    },
    remove: async () => {
      await run('umount', [folder]);
      await run('umount', [disk]);
      await rm(disk, { recursive: true });
    },
  };
}

async function hadSpace(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false;
    throw error;
  }
}
