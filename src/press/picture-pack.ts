/** All pictures of one document as one file of the cache: a line of JSON with names and lengths, then the bytes. */
import { z } from 'zod';
import type { PictureFiles } from './pictures.ts';

const index = z.array(z.strictObject({ name: z.string(), bytes: z.int().nonnegative() }));
const newline = 10;

export function packPictures(files: PictureFiles): Uint8Array {
  const entries = [...files];
  const head = JSON.stringify(entries.map(([name, { length }]) => ({ name, bytes: length })));
  return Buffer.concat([Buffer.from(`${head}\n`), ...entries.map(([, content]) => content)]);
}

/** @throws if it is no pack; the cache has compared its digest before */
export function unpackPictures(pack: Uint8Array): PictureFiles {
  const end = pack.indexOf(newline);
  let offset = end + 1;
  const files = new Map<string, Uint8Array>();
  for (const { name, bytes } of index.parse(JSON.parse(Buffer.from(pack.subarray(0, end)).toString('utf8')))) {
    files.set(name, pack.subarray(offset, offset + bytes));
    offset += bytes;
  }
  return files;
}
