import { access, chmod, cp, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { plansFolder, readIndustries } from '../check/load.ts';
import { type Command, UsageError, readArguments } from './command.ts';
import { initStrings as words } from './init-strings.zh.ts';
import { newEntryText } from './new-entry.ts';

/** The program and what it is built and checked with; plans, tests and the history stay behind. */
const shared = [
  'src',
  'templates',
  'public',
  'astro.config.mjs',
  'tsconfig.json',
  'package-lock.json',
  'LICENSE',
  'content/LICENSE',
  'content/industries.yaml',
  'content/synonyms.yaml',
  '.config/eslint.js',
  '.dockerignore',
  '.github/workflows',
  '.gitlab-ci.yml',
  '.gitignore',
  '.npmrc',
  '.prettierignore',
  '.prettierrc.json',
  '.publish',
];
const exampleSlug = 'service-annual';
const longestName = 20;

/**
 * `plan -- init <folder> [--name 名称]`: a shelf of one's own with one plan. It is a copy, not a dependency: a team changes
 * templates, words and rules, which are this code, and its builds must not change when somebody publishes a package.
 */
export const init: Command = async ({ args, root, print }) => {
  const { options, names } = readArguments(args, { name: 'string' });
  const [folder, ...more] = names;
  if (folder === undefined || more.length > 0) throw new UsageError(words.usage);
  const target = resolve(root, folder);
  const name = (options.name ?? words.nameOf(basename(target))).trim();
  if (name === '' || name.length > longestName || /[\p{Cc}【】]/u.test(name))
    throw new UsageError(words.badName(longestName));
  await assertFree(target, folder);

  await mkdir(dirname(target), { recursive: true });
  const beside = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    await writeShelf(root, beside, name);
    // A temporary folder is its owner's alone; a shelf is read by whoever publishes it.
    await chmod(beside, (await stat(join(beside, 'src'))).mode);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
  print(words.done(target, `${plansFolder}/${exampleSlug}.mdx`));
  return 0;
};

/** An empty folder is as good as none. */
async function assertFree(target: string, folder: string): Promise<void> {
  const there = await readdir(target).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR') return [basename(target)];
    throw error;
  });
  if (there.length > 0) throw new UsageError(words.taken(folder));
}

async function writeShelf(root: string, folder: string, name: string): Promise<void> {
  for (const path of shared) {
    if (!(await exists(join(root, path)))) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await cp(join(root, path), join(folder, path), { recursive: true });
  }
  await nameShelf(join(folder, 'src/components/strings.zh.ts'), name);
  await writeFile(join(folder, 'package.json'), ownPackage(await readFile(join(root, 'package.json'), 'utf8'), name));
  await writeFile(join(folder, 'README.md'), words.readme(name));
  await mkdir(join(folder, plansFolder), { recursive: true });
  const entry = {
    title: words.exampleTitle,
    industry: await firstIndustry(root),
    updated: new Date().toISOString().slice(0, 10),
  };
  await writeFile(join(folder, plansFolder, `${exampleSlug}.mdx`), newEntryText(entry));
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The shelf's name stands in one place of the interface strings. */
async function nameShelf(file: string, name: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const place = /(\n {2}site: \{\n {4}name: )'[^']*'/;
  if (!place.test(text)) throw new Error(`${file}：没有找到书架的名称 site.name`);
  await writeFile(
    file,
    text.replace(place, (_, before: string) => before + quoted(name)),
  );
}

/** As Prettier quotes a string: single where that spares escapes. */
function quoted(text: string): string {
  const count = (mark: string): number => text.split(mark).length;
  if (count("'") > count('"')) return JSON.stringify(text);
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

/** Without the bench and the tests, which stay here. */
function ownPackage(text: string, description: string): string {
  const manifest = JSON.parse(text) as { scripts: Record<string, string> } & Record<string, unknown>;
  const kept = Object.entries(manifest.scripts).filter(([script]) => !/^(?:bench|test:)/.test(script));
  const own = { ...Object.fromEntries(kept), test: 'npm run typecheck && npm run plan -- check' };
  return `${JSON.stringify({ ...manifest, version: '1.0.0', description, scripts: own }, null, 2)}\n`;
}

async function firstIndustry(root: string): Promise<string> {
  const [first] = (await readIndustries(root)).keys();
  if (first === undefined) throw new UsageError('content/industries.yaml 里一个行业也没有。');
  return first;
}
