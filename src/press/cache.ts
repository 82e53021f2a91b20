/** Finished PDFs with the pictures of their pages and the record of their proof, kept between builds. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { packFiles, unpackFiles } from './file-pack.ts';
import type { PictureFiles } from './pictures.ts';
import { removeLeftovers, writeWhole } from './write-whole.ts';

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
  /** Ends the run: notes what it used, and removes what none of the last runs did, or what lay unused too long. */
  finish(): Promise<void>;
}

const uses = z.strictObject({ run: z.number(), used: z.record(z.string(), z.number()) });
const keptRuns = 50;
const keptMillis = 30 * 24 * 60 * 60 * 1000;

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

async function prune(folder: string, used: ReadonlyMap<string, number>, run: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const key = /^([0-9a-f]{64})\.(?:pdf|pictures|json)$/.exec(name)?.[1];
    if (key === undefined) continue;
    const path = join(folder, name);
    const last = used.get(key);
    const unused = last !== undefined && run - last >= keptRuns;
    // Another process may have removed it in the meantime.
    const written = (await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now();
    if (unused || Date.now() - written > keptMillis) await rm(path, { force: true });
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

/** @param folder made when it is first written to */
export function openPdfCache(folder: string): PdfCache {
  const touched = new Set<string>();
  const usesFile = join(folder, 'uses.json');
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
      await writeWhole(join(folder, `${key}.pdf`), pdf);
      if (pack !== undefined) await writeWhole(join(folder, `${key}.pictures`), pack);
      await writeWhole(join(folder, `${key}.json`), JSON.stringify(entry));
      touched.add(key);
      return entry;
    },

    async finish() {
      if (touched.size === 0) return;
      await mkdir(folder, { recursive: true });
      await removeLeftovers(folder);
      const before = parse(uses, (await readIfThere(usesFile))?.toString('utf8') ?? '') ?? { run: 0, used: {} };
      const run = before.run + 1;
      const all = new Map(Object.entries(before.used));
      for (const key of touched) {
        all.set(key, run);
        await touch(folder, key);
      }
      await prune(folder, all, run);
      const kept = [...all].filter(([, last]) => run - last < keptRuns);
      await writeWhole(usesFile, JSON.stringify({ run, used: Object.fromEntries(kept) }));
    },
  };
}
