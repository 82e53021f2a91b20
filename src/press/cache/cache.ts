/** Finished PDFs with the pictures of their pages and the record of their proof, kept between builds. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { packFiles, unpackFiles } from './file-pack.ts';
import type { PictureFiles } from '../pictures.ts';
import { removeLeftovers, writeAtomically } from '../write-atomically.ts';

const record = z.strictObject({
  /** SHA-256 of the PDF. */
  sha256: z.string(),
  pages: z.number(),
  bytes: z.number(),
  fonts: z.array(z.string()),
  charactersCompared: z.number(),
  rowsCompared: z.number(),
  /** How far the document gave way to fit its page. */
  fit: z
    .strictObject({ details: z.array(z.string()), rows: z.record(z.string(), z.number()), type: z.number() })
    .optional(),
  /** Name and version of the browser that made it. */
  browser: z.string(),
  /** SHA-256 of the pictures' pack, where pictures were made. */
  pictures: z.string().optional(),
});

/** What was found out when a PDF was made. */
export type PdfRecord = Readonly<z.infer<typeof record>>;

export interface CachedPdf {
  readonly pdf: Uint8Array;
  readonly record: PdfRecord;
  /** Undefined where none were made. */
  readonly pictures: PictureFiles | undefined;
}

export interface PdfCache {
  /** The entry, or undefined if there is none or it is damaged. */
  get(key: string): Promise<CachedPdf | undefined>;
  put(
    key: string,
    pdf: Uint8Array,
    made: Omit<PdfRecord, 'sha256' | 'bytes' | 'pictures'>,
    pictures?: PictureFiles,
  ): Promise<PdfRecord>;
  /** Ends the run: notes what it used, and removes what lay unused too long, or is too much. */
  finish(): Promise<void>;
}

const keptMillis = 30 * 24 * 60 * 60 * 1000;
const usualMost = 2 * 1024 ** 3;

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function parse<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // cut short or overwritten: the same as absent
  }
}

/** Of one entry's files. */
const extensions = ['pdf', 'pictures', 'json'] as const;

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Notes the use of an entry in the times of its files. */
async function touch(folder: string, key: string): Promise<void> {
  const now = new Date();
  for (const extension of extensions) {
    await utimes(join(folder, `${key}.${extension}`), now, now).catch((error: unknown) => {
      // Another process may have removed it in the meantime.
      if (!isMissing(error)) throw error;
    });
  }
}

/** Keeps what this run used, and of the rest what was used last, as far as it fits and is not too old. */
async function prune(folder: string, used: ReadonlySet<string>, most: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^[0-9a-f]{64}\.(?:pdf|pictures|json)$/.test(name));
  // Another process may have removed one in the meantime.
  const stats = await Promise.all(names.map((name) => stat(join(folder, name)).catch(() => undefined)));
  const files = names
    .map((name, index) => ({ name, size: stats[index]?.size ?? 0, used: stats[index]?.mtimeMs ?? 0 }))
    .sort((one, other) => other.used - one.used);
  let bytes = 0;
  for (const file of files) {
    bytes += file.size;
    if (used.has(file.name.slice(0, 64)) || (bytes <= most && Date.now() - file.used <= keptMillis)) continue;
    await rm(join(folder, file.name), { force: true });
  }
}

/** A cache that keeps nothing. For documents that are made once, such as those of a list of people. */
export function noPdfCache(): PdfCache {
  return {
    get: () => Promise.resolve(undefined),
    put: (_, pdf, made) => Promise.resolve({ ...made, sha256: sha256(pdf), bytes: pdf.length }),
    finish: () => Promise.resolve(),
  };
}

/**
 * @param folder made when it is first written to
 * @param most bytes that are kept between runs, beside what the last run used
 */
export function openPdfCache(folder: string, most = usualMost): PdfCache {
  const touched = new Set<string>();
  return {
    async get(key) {
      const [pdf, pack, text] = await Promise.all(
        extensions.map((extension) => readIfThere(join(folder, `${key}.${extension}`))),
      );
      if (pdf === undefined || text === undefined) return undefined;
      const found = parse(record, text.toString('utf8'));
      if (found?.sha256 !== sha256(pdf)) return undefined;
      // Pictures of a run that was cut short before it wrote its record are not this entry's.
      const whole = pack !== undefined && found.pictures === sha256(pack);
      if (found.pictures !== undefined && !whole) return undefined;
      touched.add(key);
      return { pdf, record: found, pictures: whole ? unpackFiles(pack) : undefined };
    },

    async put(key, pdf, made, pictures) {
      const pack = pictures === undefined ? undefined : packFiles(pictures);
      const digests = { sha256: sha256(pdf), ...(pack !== undefined && { pictures: sha256(pack) }) };
      // In the schema's order, as it is read back: `proof.json` has the same bytes whether a PDF was made or taken from here.
      const entry = record.parse({ ...made, ...digests, bytes: pdf.length });
      await mkdir(folder, { recursive: true });
      await writeAtomically(join(folder, `${key}.pdf`), pdf);
      if (pack !== undefined) await writeAtomically(join(folder, `${key}.pictures`), pack);
      await writeAtomically(join(folder, `${key}.json`), JSON.stringify(entry));
      touched.add(key);
      return entry;
    },

    async finish() {
      if (touched.size === 0) return;
      await removeLeftovers(folder);
      for (const key of touched) await touch(folder, key);
      await prune(folder, touched, most);
    },
  };
}
