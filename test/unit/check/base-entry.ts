import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EntryFile, checkEntries } from '../../../src/check/check-entries.ts';
import type { RuleContext } from '../../../src/check/rule.ts';
import type { Problem } from '../../../src/model/problem.ts';
import { fixturesFolder, projectRoot } from './fixtures.ts';

/** A valid entry that stands for all: other tests change it. */
export const validEntry = readFileSync(join(projectRoot, fixturesFolder, '@none/base-field.mdx'), 'utf8');

/** A context in which every file exists and every character has a glyph. */
export const plainContext: RuleContext = {
  industries: ['property'],
  fileExists: () => true,
  picture: () => ({ path: '', format: 'png', isPublic: true, words: '' }),
  planExists: () => true,
  planTemplates: [],
  withoutGlyph: () => [],
};

export function entryFile(text: string, file = 'content/plans/plan.mdx'): EntryFile {
  return { file, bytes: new TextEncoder().encode(text) };
}

export function problemsOf(text: string): readonly Problem[] {
  return checkEntries([entryFile(text)], plainContext);
}
