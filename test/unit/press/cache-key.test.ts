import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createKeyMaker, type KeyInputs, keyOf, pressCode } from '../../../src/press/cache/cache-key.ts';

let root: string;
const html = `<link rel="stylesheet" href="/b/fonts/f.css" data-pagedjs-ignore>
<link rel="stylesheet" href="/b/p.css" data-paged><link rel="canonical" href="https://example.org/">
<script type="module" src="/b/s.js"></script><img src="../../i.svg">`;
const inputs: KeyInputs = {
  html,
  sourceUrl: '/b/print/a/meeting/',
  browserIdentity: 'Chromium 1',
  date: new Date(0),
  template: { name: 'meeting' },
};
const files = {
  'fonts/f.css': "@font-face { src: url('./f.woff2') }",
  'fonts/f.woff2': 'font',
  'p.css': '@import "q.css"; p { color: red }',
  'q.css': 'a {}',
  's.js': 'let a',
  'print/i.svg': '<svg>',
};
const key = async (changed: Partial<KeyInputs> = {}) =>
  keyOf(await createKeyMaker(root, '/b/').parts({ ...inputs, ...changed }));

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'planshelf-key-'));
  for (const folder of ['fonts', 'print']) await mkdir(join(root, folder));
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, name), text);
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('the same inputs give the same key', async () => {
  expect(await key()).toBe(await key());
  expect(await key()).toMatch(/^[0-9a-f]{64}$/);
});

test.each(Object.keys(files))('a changed %s gives another key', async (name) => {
  const before = await key();
  await writeFile(join(root, name), `${files[name as keyof typeof files]} `);
  expect(await key()).not.toBe(before);
});

test.each<[string, Partial<KeyInputs>]>([
  ['document', { html: `${html} ` }],
  ['browser', { browserIdentity: 'Chromium 2' }],
  ['date', { date: new Date(1000) }],
  ['template', { template: { name: 'meeting', pages: 3 } }],
])('another %s gives another key', async (_, changed) => {
  expect(await key(changed)).not.toBe(await key());
});

test('style sheets that load each other, or name a place within themselves, come to an end, and count', async () => {
  await writeFile(join(root, 'q.css'), '@import "p.css"; a { clip-path: url(#round) }');
  const before = await key();
  await writeFile(join(root, 'q.css'), '@import "p.css"; a { clip-path: url(#square) }');
  expect(await key()).not.toBe(before);
});

test('a file that is not there is no error here, and another key when it comes', async () => {
  await rm(join(root, 's.js'));
  const before = await key();
  await writeFile(join(root, 's.js'), '');
  expect(await key()).not.toBe(before);
});

test('the key holds all code that the press and the proof import, but for what writes documents', async () => {
  const source = join(import.meta.dirname, '../../../src');
  const imported = new Set<string>(['press']);
  // A set goes on with what is added to it while it is walked.
  for (const room of imported) {
    const names = await readdir(join(source, room), { recursive: true });
    for (const name of names.filter((file) => file.endsWith('.ts'))) {
      const text = await readFile(join(source, room, name), 'utf8');
      for (const [, path = ''] of text.matchAll(/ from '(\.[^']+)'/g)) {
        const [other = ''] = join(room, name, '..', path).split(sep);
        if (other !== 'components') imported.add(other);
      }
    }
  }
  expect([...imported].sort()).toEqual([...pressCode].sort());
});
