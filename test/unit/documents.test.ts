/** README and documents: what they show works, and what they point at is there. */
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkEntries } from '../../src/check/check-entries.ts';
import { loadRuleContext } from '../../src/check/load.ts';
import { helpStrings } from '../../src/cli/help-strings.zh.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFile(join(root, path), 'utf8');
const documents = [
  'README.md',
  '.github/README.zh-CN.md',
  '.github/CONTRIBUTING.md',
  ...(await readdir(join(root, '.github/docs'))).map((name) => `.github/docs/${name}`),
];
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(await read('package.json')));

test('the README is read in a few minutes, and is the one that GitHub shows', async () => {
  const size = Buffer.byteLength(await read('README.md'));
  expect(size).toBeGreaterThan(6000);
  expect(size).toBeLessThanOrEqual(8000);
  expect(existsSync(join(root, '.github/README.md'))).toBe(false);
});

test('the example of the README passes the check without a word', async () => {
  const text = /```mdx\n([\s\S]*?)\n```/.exec(await read('README.md'))?.[1] ?? '';
  expect(
    checkEntries(
      [{ file: 'content/plans/front-desk-month.mdx', bytes: Buffer.from(`${text}\n`) }],
      await loadRuleContext(root),
    ),
  ).toEqual([]);
});

describe.each(documents)('%s', (path) => {
  test('names scripts and commands that exist', async () => {
    const text = await read(path);
    const called = [...text.matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, name]) => name ?? '');
    expect(called.filter((name) => !(name in scripts))).toEqual([]);
    const commands = [...text.matchAll(/npm run plan -- ([a-z][\w-]*)/g)].map(([, name]) => name ?? '');
    expect(commands.filter((name) => name !== 'help' && !(name in helpStrings))).toEqual([]);
  });

  test('leads to files and headings that are there', async () => {
    const text = await read(path);
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '');
    const missing = [];
    for (const target of targets.filter((one) => !/^https?:/.test(one))) {
      const [file = '', anchor] = target.split('#');
      const there = file === '' ? join(root, path) : resolve(root, dirname(path), file);
      if (!existsSync(there)) missing.push(target);
      else if (anchor !== undefined && !anchors(await readFile(there, 'utf8')).has(anchor)) missing.push(target);
    }
    expect(missing).toEqual([]);
  });
});

/** Anchors that GitHub gives the headings. */
function anchors(markdown: string): ReadonlySet<string> {
  const headings = [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading ?? '');
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}
