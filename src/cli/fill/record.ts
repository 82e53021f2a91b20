import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomically } from '../../press/write-atomically.ts';

const recordSchema = z.strictObject({
  version: z.literal(1),
  /** By file name: hash of what it was made of, and its size in bytes. */
  files: z.record(z.string(), z.strictObject({ input: z.string(), bytes: z.number() })),
});

/** Remembers what the files of a folder were made of, so that a second run makes only what is missing or has changed. */
export interface FolderRecord {
  /** Whether a file is there, whole, and made of the same. */
  isCurrent(name: string, input: string): Promise<boolean>;
  put(name: string, input: string): Promise<void>;
  /** Writes the record into the folder. */
  save(): Promise<void>;
}

const recordName = '.planshelf-fill.json';

/** Hash of what a file is made of. */
export function inputHash(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** Opens a folder's record; one that is missing or damaged is started afresh. */
export async function openRecord(folder: string): Promise<FolderRecord> {
  const path = join(folder, recordName);
  const files = new Map(Object.entries((await readRecord(path))?.files ?? {}));
  const sizeOf = async (name: string): Promise<number | undefined> =>
    (await stat(join(folder, name)).catch(() => undefined))?.size;
  return {
    isCurrent: async (name, input) => {
      const known = files.get(name);
      return known?.input === input && (await sizeOf(name)) === known.bytes;
    },
    put: async (name, input) => {
      files.set(name, { input, bytes: (await sizeOf(name)) ?? 0 });
    },
    save: () => {
      // By name, so that it is the same in whatever order the files were made.
      const sorted = Object.fromEntries([...files].sort(([one], [other]) => (one < other ? -1 : 1)));
      return writeAtomically(path, `${JSON.stringify({ version: 1, files: sorted })}\n`);
    },
  };
}

async function readRecord(path: string): Promise<z.output<typeof recordSchema> | undefined> {
  try {
    return recordSchema.safeParse(JSON.parse(await readFile(path, 'utf8'))).data;
  } catch {
    return undefined; // not there, or cut short: as if nothing had been made
  }
}
