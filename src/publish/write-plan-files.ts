/** Writes the files of one plan into a built site, from its entry. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readShelf } from '../check/shelf-file.ts';
import { entryDocument } from '../document/entry-document.ts';
import { planDigest } from '../fill/plan-digest.ts';
import { readHtml } from '../markdown/read-html.ts';
import { printDocumentPath, printSourceOf } from '../press/print-source.ts';
import { type KeptFiles, keptFiles, keyOf } from './kept-files.ts';
import { planFiles } from './plan-files.ts';
import { planIn } from './read-plan.ts';

/** Folders that files are made from and put into. */
export interface FileFolders {
  /** Of the project. */
  readonly root: string;
  /** Of the site that is being built, which nobody reads from yet. */
  readonly site: string;
  /** Of what is kept between builds. */
  readonly kept: string;
}

/** A plan of the site that is being built, and the print document that shows its whole text. */
export interface PlanSource {
  readonly slug: string;
  /** Its entry, relative to the project's root. */
  readonly path: string;
  /** The template whose print document the digest is taken of. */
  readonly template: string;
}

/** How many files there are now, and how many of them were kept from a build before. */
export interface FileCount {
  readonly files: number;
  readonly kept: number;
}

/** Everything at once, file by file: whoever calls it has nothing else to do. */
export async function writePlanFiles(folders: FileFolders, { slug, path, template }: PlanSource): Promise<FileCount> {
  const page = printDocumentPath(folders.site, slug, template);
  const entry = readFileSync(join(folders.root, path), 'utf8');
  const document = readFileSync(page, 'utf8');
  const publisher = readShelf(folders.root).settings.name;
  const make = () => {
    const plan = planIn(entry, slug, path);
    // The browser takes the digest of the print document, too.
    const { article } = printSourceOf(readHtml(document), page, template);
    return planFiles({
      plan,
      document: entryDocument(plan, entry),
      planDigest: planDigest(plan, article),
      publisher,
    });
  };
  const key = await keyOfFiles({ slug, entry, document, publisher });
  const { files, known } = await madeOnce(keptFiles(folders.kept), key, make);
  const folder = join(folders.site, 'plans', slug);
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  return { files: files.size, kept: known ? files.size : 0 };
}

/** What the files of a plan are made of. */
export interface FilesOf {
  readonly slug: string;
  /** Text of its entry. */
  readonly entry: string;
  /** The print document that holds its whole text. */
  readonly document: string;
  /** Name of the shelf. */
  readonly publisher: string;
}

/** The key of a plan's files. Of the print document its text counts, not the names of the scripts that it loads. */
export function keyOfFiles({ slug, entry, document, publisher }: FilesOf): Promise<string> {
  const text = /<main\b[^]*<\/main>/.exec(document)?.[0] ?? document;
  return keyOf(['files', process.env['SOURCE_DATE_EPOCH'] ?? '', slug, publisher, entry, text]);
}

type Files = ReadonlyMap<string, Uint8Array>;

async function madeOnce(
  kept: KeptFiles,
  key: string,
  make: () => Promise<Files>,
): Promise<{ readonly files: Files; readonly known: boolean }> {
  const known = kept.get(key);
  if (known !== undefined) return { files: known, known: true };
  const files = await make();
  kept.put(key, files);
  return { files, known: false };
}
