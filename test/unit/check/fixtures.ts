import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkEntries } from '../../../src/check/check-entries.ts';
import { contentFileProblems } from '../../../src/check/content-files.ts';
import { loadRuleContext, readEntryFiles } from '../../../src/check/load.ts';
import { pictureAt } from '../../../src/markdown/picture-file.ts';
import type { RuleContext } from '../../../src/check/rule.ts';
import { type Problem, compareProblems } from '../../../src/model/problem.ts';

export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));
export const fixturesFolder = 'test/fixtures/check';

/** Folders of cases: one for each code, and those with @ for what is no error or goes across codes. */
export const caseFolders: readonly string[] = readdirSync(join(projectRoot, fixturesFolder)).sort();

/** Paths of a case's entries, relative to the project's root. */
export function entriesOf(folder: string): string[] {
  return readdirSync(join(projectRoot, fixturesFolder, folder))
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name) => `${fixturesFolder}/${folder}/${name}`);
}

let loaded: Promise<RuleContext> | undefined;

/** The real fonts and files, with a list of industries that does not change when the shelf grows. */
async function fixtureContext(): Promise<RuleContext> {
  loaded ??= loadRuleContext(projectRoot);
  const picture = (entry: string, address: string) =>
    pictureAt(projectRoot, join(projectRoot, entry), address, [fixturesFolder]);
  return { ...(await loaded), picture, industries: ['property', 'bank', 'hospital'] };
}

export async function checkPaths(paths: readonly string[]): Promise<readonly Problem[]> {
  const ofEntries = checkEntries(readEntryFiles(projectRoot, paths), await fixtureContext());
  const folders = new Set(paths.map((path) => dirname(path)));
  const ofFiles = await Promise.all([...folders].map((folder) => contentFileProblems(projectRoot, folder)));
  return [...ofFiles.flat(), ...ofEntries].sort(compareProblems);
}
