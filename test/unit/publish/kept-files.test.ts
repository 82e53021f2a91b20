import { appendFile, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keptFiles, pruneKeptFiles } from '../../../src/publish/kept-files.ts';
import { type FilesOf, keyOfFiles } from '../../../src/publish/write-plan-files.ts';

const files = new Map([
  ['a.docx', Uint8Array.of(1, 2, 3)],
  ['a.md', new TextEncoder().encode('# 计划\n')],
  ['empty.ics', new Uint8Array()],
]);
const made: FilesOf = {
  slug: 'a',
  entry: '---\ntitle: 甲\n---\n',
  document: '<head><script src="/x.AAAA.js"></script></head><main class="print-document"><p>甲</p></main>',
  publisher: '计划书架',
};
let folder: string;
let key: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planshelf-kept-'));
  key = await keyOfFiles(made);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

/** Names and bytes, whatever class holds them. */
const plain = (found: ReadonlyMap<string, Uint8Array> | undefined) =>
  found && [...found].map(([name, bytes]) => [name, [...bytes]]);

test('what was put is got again, by another opening too', () => {
  keptFiles(folder).put(key, files);
  expect(plain(keptFiles(folder).get(key))).toEqual(plain(files));
  expect(keptFiles(folder).get('0'.repeat(64))).toBeUndefined();
});

test.each([
  ['cut short', (path: string) => readFile(path).then((bytes) => writeFile(path, bytes.subarray(0, -1)))],
  ['longer', (path: string) => appendFile(path, 'x')],
  ['empty', (path: string) => writeFile(path, '')],
  ['another’s', (path: string) => writeFile(path, 'not a pack at all, though it is longer than a digest')],
])('what is %s counts as not there', async (_, damage) => {
  keptFiles(folder).put(key, files);
  await damage(join(folder, `${key}.pack`));
  expect(keptFiles(folder).get(key)).toBeUndefined();
});

test.each<[string, Partial<FilesOf>]>([
  ['another slug', { slug: 'b' }],
  ['another name of the shelf', { publisher: '东区书架' }],
  ['other data', { entry: '---\ntitle: 乙\n---\n' }],
  ['another text on paper', { document: made.document.replace('<p>甲', '<p>乙') }],
])('%s is another key', async (_, changed) => {
  expect(await keyOfFiles({ ...made, ...changed })).not.toBe(key);
});

test('the time that a build is asked to be of is part of the key', async () => {
  vi.stubEnv('SOURCE_DATE_EPOCH', '1700000000');
  expect(await keyOfFiles(made)).not.toBe(key);
});

test('a script with another name makes no other files', async () => {
  expect(await keyOfFiles({ ...made, document: made.document.replace('AAAA', 'BBBB') })).toBe(key);
});

test('what no build used for two weeks goes, and nothing else', async () => {
  const days = (count: number) => new Date(Date.now() - count * 24 * 60 * 60 * 1000);
  const [old, recent, used] = ['1', '2', '3'].map((digit) => digit.repeat(64)) as [string, string, string];
  for (const each of [old, recent, used]) keptFiles(folder).put(each, files);
  await writeFile(join(folder, 'mine.txt'), 'not of this cache');
  for (const [name, age] of [
    [`${old}.pack`, 15],
    [`${recent}.pack`, 13],
    [`${used}.pack`, 15],
    ['mine.txt', 15],
  ] as const)
    await utimes(join(folder, name), days(age), days(age));
  keptFiles(folder).get(used);
  await pruneKeptFiles(folder);
  expect((await readdir(folder)).sort()).toEqual([`${recent}.pack`, `${used}.pack`, 'mine.txt']);
});

test('a folder that is not there has nothing to remove', async () => {
  await expect(pruneKeptFiles(join(folder, 'none'))).resolves.toBeUndefined();
});
