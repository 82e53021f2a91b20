import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

/** What the documents say of the packages' licences is what the lock file says. */
const root = resolve(import.meta.dirname, '../..');
const read = (name: string) => readFile(join(root, name), 'utf8');
const usual = new Set(['MIT', 'ISC', 'BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0']);

const lock = z
  .object({
    packages: z.record(z.string(), z.object({ license: z.string().optional(), optional: z.boolean().optional() })),
  })
  .parse(JSON.parse(await read('package-lock.json')));
const packages = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, { license, optional }]) => ({ name: path.replace(/^.*node_modules\//, ''), license, optional }));
const section = await read('.github/docs/licences.md');

/** `(MIT AND Zlib)` is MIT and Zlib; of a choice, the usual one is taken. */
function obligations(expression: string): readonly string[] {
  const choices = expression.replace(/[()]/g, '').split(' OR ');
  const parts = choices.map((choice) => choice.split(' AND '));
  return parts.find((all) => all.every((one) => usual.has(one))) ?? parts[0] ?? [];
}

test('every licence that is not one of the usual is named in the documents', () => {
  const unusual = new Set(
    packages.flatMap(({ license }) => obligations(license ?? '')).filter((one) => !usual.has(one)),
  );
  unusual.delete('');
  expect(unusual.size).toBeGreaterThan(3);
  expect([...unusual].filter((one) => !section.includes(one))).toEqual([]);
});

test('every licence that the documents name is that of a package or of the project itself', () => {
  const all = new Set(packages.flatMap(({ license }) => (license ?? '').replace(/[()]/g, '').split(/ (?:OR|AND) /)));
  const named = section.match(/\b[A-Z][\w-]*-\d\.\d(?:\.\d)?(?:-or-later)?\b|\b0BSD\b|\bZlib\b/g) ?? [];
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((one) => !all.has(one))).toEqual([]);
});

test('a package without a licence in the lock file is a binary of one that has it, or named in the documents', () => {
  const without = packages.filter(({ license }) => license === undefined);
  const families = new Set(packages.filter(({ license }) => license !== undefined).map(({ name }) => familyOf(name)));
  const unexplained = without.filter(({ name, optional }) => !(optional === true && families.has(familyOf(name))));
  expect(unexplained.map(({ name }) => name).filter((name) => !section.includes(`\`${name}\``))).toEqual([]);
});

/** What packages for several systems have in common: `@pagefind/darwin-x64` is of `@pagefind/`. */
function familyOf(name: string): string {
  return name.replace(/(?:android|darwin|freebsd|linux|wasm32|win32|windows)-.*$/, '');
}
