import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compileChecked, differences, digestsOf, unmatchedPlans } from '../../../src/check/checked-entries.ts';
import { contentFileProblems } from '../../../src/check/content-files.ts';

let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'planshelf-'));
  await mkdir(join(root, 'content/plans/sub'), { recursive: true });
  for (const name of ['a.mdx', 'sub/B c.mdx', '.hidden.mdx', 'UPPER.MDX']) await put(name, name);
});

afterEach(() => rm(root, { recursive: true }));

const put = (name: string, text: string) => writeFile(join(root, 'content/plans', name), text);

/** What the plugin says of an entry that Vite hands it; undefined where it lets it pass. */
async function compiling(plugin: ReturnType<typeof compileChecked>, code: string, path: string): Promise<unknown> {
  const refuse = (message: string): never => {
    throw new Error(message);
  };
  const transform = plugin.transform as (this: unknown, code: string, id: string) => Promise<null>;
  return transform.call({ error: refuse }, code, join(root, path)).then(
    () => undefined,
    (error: unknown) => (error as Error).message,
  );
}

test('entries are plain files that end in .mdx and are not hidden', async () => {
  await symlink(join(root, 'content/plans/a.mdx'), join(root, 'content/plans/linked.mdx'));
  expect([...(await digestsOf(root)).keys()]).toEqual(['content/plans/a.mdx', 'content/plans/sub/B c.mdx']);
});

test('what has changed, gone or come since the check is named', async () => {
  const before = await digestsOf(root);
  expect(differences(before, await digestsOf(root))).toEqual([]);
  await put('a.mdx', 'changed');
  await put('new.mdx', '');
  await rm(join(root, 'content/plans/sub/B c.mdx'));
  expect(differences(before, await digestsOf(root))).toEqual(
    ['a', 'new', 'sub/B c'].map((name) => `content/plans/${name}.mdx`),
  );
});

test('a site of fewer plans, or of others, is distinguished from a complete one', async () => {
  const checked = await digestsOf(root);
  const whole = ['', 'guide/', 'plans/a/', 'plans/a/fill/', 'plans/b-c/', 'print/a/meeting/'];
  expect(unmatchedPlans(checked, whole)).toEqual([]);
  expect(unmatchedPlans(checked, ['', 'plans/a/'])).toEqual(['b-c']);
  expect(unmatchedPlans(checked, [...whole, '/plans/c/'])).toEqual(['c']);
});

test('an entry is compiled as it was checked, and no other', async () => {
  const plugin = compileChecked(root, await digestsOf(root));
  expect(await compiling(plugin, 'a.mdx', 'content/plans/a.mdx')).toBeUndefined();
  expect(await compiling(plugin, 'sub/B c.mdx', 'content/plans/sub/B c.mdx')).toBeUndefined();
  expect(await compiling(plugin, 'changed', 'content/plans/a.mdx')).toContain('检查之后又改动了');
  expect(await compiling(plugin, 'a.mdx', 'content/plans/other.mdx')).toContain('没有经过检查');
  expect(await compiling(plugin, 'a.mdx', 'elsewhere/a.mdx')).toContain('没有经过检查');
});

test('links anywhere below content/, and plans that would be passed over, are problems', async () => {
  await mkdir(join(root, 'elsewhere'));
  await symlink(join(root, 'elsewhere'), join(root, 'content/plans/folder'));
  await symlink(join(root, 'nowhere'), join(root, 'content/picture.png'));
  // Emacs puts it beside an open file.
  await symlink('someone@machine:1', join(root, 'content/plans/.#a.mdx'));
  await put('README.md', '');
  await put('note.md', '');
  const found = await contentFileProblems(root);
  expect(found.map(({ code, file }) => `${code} ${file}`)).toEqual([
    'content-link content/picture.png',
    'entry-name content/plans/UPPER.MDX',
    'content-link content/plans/folder',
    'entry-name content/plans/note.md',
  ]);
});
