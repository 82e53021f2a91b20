import { readFileSync, statSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { charactersWithoutGlyph } from '../fonts/character-ranges.ts';
import { sharedCoverage } from '../fonts/coverage.ts';
import { bundledFaces } from '../fonts/faces.ts';
import { pictureAt } from '../markdown/picture-file.ts';
import { largestFile } from '../model/limits.ts';
import { slugOf } from '../model/slug.ts';
import type { EntryFile } from './check-entries.ts';
import type { RuleContext } from './rule.ts';
import { listPlanTemplates } from './templates/list-templates.ts';

/** Folder of the plans, relative to the project's root. */
export const plansFolder = 'content/plans';

/**
 * Paths of all entries, sorted, relative to the root with forward slashes: those that the site is made of. Hidden files and
 * folders are not among them, nor what links lead to.
 */
export async function listEntries(root: string): Promise<string[]> {
  const below = await readdir(join(root, plansFolder), { recursive: true, withFileTypes: true });
  return below
    .filter((entry) => entry.name.endsWith('.mdx') && entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/\/\./.test(path))
    .sort();
}

/**
 * Reads entries one after the other as they are asked for, so that a check never holds more than one of them.
 * Throws when a file cannot be read.
 */
export function* readEntryFiles(root: string, paths: readonly string[]): Generator<EntryFile> {
  for (const path of paths) {
    const absolute = resolve(root, path);
    yield { file: relative(root, absolute).split(sep).join('/'), bytes: startOf(absolute) };
  }
}

/** Of a file that is too large just enough to see that it is. */
function startOf(path: string): Uint8Array {
  if (statSync(path).size <= largestFile) return readFileSync(path);
  return new Uint8Array(largestFile + 1);
}

const industriesSchema = z.record(z.string(), z.string().min(1));

/** Key → name of the industries, in the order of the shelf. Throws when the file is missing or not of this form. */
export async function readIndustries(root: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(root, 'content/industries.yaml'), 'utf8');
  const content: unknown = parse(text, { maxAliasCount: 0 });
  return new Map(Object.entries(industriesSchema.parse(content)));
}

/** What rules need to know beside the entry: industries, plans, templates and files that are there, glyphs of the print fonts. */
export async function loadRuleContext(root: string): Promise<RuleContext> {
  const [industries, coverage, entries, planTemplates] = await Promise.all([
    readIndustries(root),
    sharedCoverage(bundledFaces()),
    listEntries(root),
    listPlanTemplates(root),
  ]);
  const slugs = new Set(entries.map(slugOf));
  return {
    industries: [...industries.keys()],
    fileExists: (entryFile, path) =>
      isFile(path.startsWith('/') ? join(root, 'public', path) : resolve(root, dirname(entryFile), path)),
    picture: (entryFile, address) => pictureAt(root, resolve(root, entryFile), address),
    planExists: (slug) => slugs.has(slug),
    planTemplates,
    withoutGlyph: (text) => charactersWithoutGlyph(text, coverage),
  };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
