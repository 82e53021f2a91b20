import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkEntries } from '../../../src/check/check-entries.ts';
import { loadRuleContext } from '../../../src/check/load.ts';
import { copyEntryText } from '../../../src/cli/new/copy-entry.ts';
import { newEntryText } from '../../../src/cli/new/new-entry.ts';

const root = resolve(import.meta.dirname, '../../..');
// Quotes, a number sign and a leading dash are what YAML trips over.
const entry = { title: '- "A" 区 #1 前台交接计划', industry: 'bank', updated: '2026-11-23' };

async function problemsOf(text: string): Promise<readonly unknown[]> {
  const bytes = new TextEncoder().encode(text);
  return checkEntries([{ file: 'content/plans/new.mdx', bytes }], await loadRuleContext(root));
}

test('a new entry passes the check as it stands, whatever the title holds', async () => {
  expect(await problemsOf(newEntryText(entry))).toEqual([]);
});

test('a new entry names its schema and keeps the title to the letter', () => {
  const text = newEntryText(entry);
  expect(text).toContain('# yaml-language-server: $schema=');
  expect(parse(text.split('---\n')[1] ?? '')).toMatchObject({ title: entry.title });
});

test('a copy of every plan of the shelf passes the check, with new title, industry and date and without a chapter', async () => {
  const folder = join(root, 'content/plans');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.mdx'));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) {
    const copy = copyEntryText(await readFile(join(folder, name), 'utf8'), entry);
    expect(await problemsOf(copy), name).toEqual([]);
    expect(copy).toContain('industry: bank');
    expect(copy).toContain('updated: 2026-11-23');
    expect(copy).not.toMatch(/^source:/m);
    expect(copy).not.toMatch(/^ {2}chapter:/m);
  }
});

test('a text without front matter is refused', () => {
  expect(() => copyEntryText('只有正文', entry)).toThrow('missing');
});
