/** Several files as one of a cache: a line of JSON with names and lengths, then the bytes. */
import { z } from 'zod';

const index = z.array(z.strictObject({ name: z.string(), bytes: z.int().nonnegative() }));
const newline = 10;

export function packFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries = [...files];
  const head = JSON.stringify(entries.map(([name, { length }]) => ({ name, bytes: length })));
  return Buffer.concat([Buffer.from(`${head}\n`), ...entries.map(([, content]) => content)]);
}

/** @throws if it is no pack; the cache has compared its digest before */
export function unpackFiles(pack: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const end = pack.indexOf(newline);
  let offset = end + 1;
  const files = new Map<string, Uint8Array>();
  for (const { name, bytes } of index.parse(JSON.parse(Buffer.from(pack.subarray(0, end)).toString('utf8')))) {
    files.set(name, pack.subarray(offset, offset + bytes));
    offset += bytes;
  }
  return files;
}
