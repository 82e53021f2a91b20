/**
 * What is made of plans and kept between builds: most of what a plan costs is saved where nothing of it has changed, which
 * is all plans but a few whenever a large shelf is built again.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, utimesSync } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { packFiles, unpackFiles } from '../press/file-pack.ts';
import { hashOfSources } from '../press/source-hash.ts';
import { removeLeftovers, writeWholeSync } from '../press/write-whole.ts';

const keptMillis = 14 * 24 * 60 * 60 * 1000;
const digestBytes = 32;
const ofPack = /^[0-9a-f]{64}\.pack$/;

export interface KeptFiles {
  /** Files by name, or undefined if none are kept or what is kept is damaged. */
  get(key: string): ReadonlyMap<string, Uint8Array> | undefined;
  put(key: string, files: ReadonlyMap<string, Uint8Array>): void;
}

/** @param folder made when it is first written to */
export function keptFiles(folder: string): KeptFiles {
  const pathOf = (key: string): string => join(folder, `${key}.pack`);
  return {
    get(key) {
      // Whatever the reason that it cannot be read: the files are made anew.
      const kept = unlessThrown(() => readFileSync(pathOf(key)));
      if (kept === undefined) return undefined;
      const pack = kept.subarray(digestBytes);
      if (!digestOf(pack).equals(kept.subarray(0, digestBytes))) return undefined;
      const now = new Date();
      // Another process may have removed it in the meantime.
      unlessThrown(() => {
        utimesSync(pathOf(key), now, now);
      });
      return unpackFiles(pack);
    },
    put(key, files) {
      const pack = packFiles(files);
      mkdirSync(folder, { recursive: true });
      writeWholeSync(pathOf(key), Buffer.concat([digestOf(pack), pack]));
    },
  };
}

function unlessThrown<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** Removes what no build has used for two weeks, and what a killed one left. */
export async function pruneKeptFiles(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.length === 0) return;
  await removeLeftovers(folder);
  for (const name of names.filter((each) => ofPack.test(each))) {
    const path = join(folder, name);
    const used = await stat(path).catch(() => undefined);
    if (used !== undefined && Date.now() - used.mtimeMs > keptMillis) await rm(path, { force: true });
  }
}

/** @param parts all that the files are made of, the code aside */
export async function keyOf(parts: readonly string[]): Promise<string> {
  return createHash('sha256')
    .update(JSON.stringify([await versionOfCode(), ...parts]))
    .digest('hex');
}

let codeVersion: Promise<string> | undefined;

/** Version of the code that makes them: that of the folders it stands in, and of the packages it uses, which are pinned. */
function versionOfCode(): Promise<string> {
  return (codeVersion ??= (async () => {
    const source = join(import.meta.dirname, '..');
    const folders = ['model', 'markdown', 'check', 'fill', 'export', 'publish'].map((name) => join(source, name));
    const pinned = ['package.json', 'package-lock.json'].map((name) =>
      readFile(join(source, '..', name)).catch(() => Buffer.alloc(0)),
    );
    const hash = createHash('sha256').update(await hashOfSources(folders));
    for (const text of await Promise.all(pinned)) hash.update(text);
    return hash.digest('hex');
  })());
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
