import { access, chmod, cp, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { plansFolder, readIndustries } from '../../check/load.ts';
import { shelfFile } from '../../check/shelf-file.ts';
import { ask, canAsk } from './ask.ts';
import { type Command, UsageError, readArguments } from '../command.ts';
import { initStrings as words } from './init-strings.zh.ts';
import { localDay } from './local-day.ts';
import { newEntryText } from './new-entry.ts';
import { type ShelfAnswers, shelfAnswers } from './shelf-answers.ts';
import { shelfText } from './shelf-answers.ts';

/** The program and what it is built and checked with; plans, tests and the history stay behind. */
const shared = [
  'src',
  'templates',
  'public',
  'astro.config.mjs',
  'tsconfig.json',
  'package-lock.json',
  'LICENSE',
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

/**
 * `plan -- init <folder> [--name 名称] [--licence 许可] [--internal] [--yes]`: a shelf of one's own with one plan. It is a copy, not a dependency: a team changes
 * templates, words and rules, which are this code, and its builds must not change when somebody publishes a package.
 */
export const init: Command = async ({ args, root, signal, print }) => {
  const { options, names } = readArguments(args, {
    name: 'string',
    licence: 'string',
    internal: 'boolean',
    yes: 'boolean',
  });
  const [folder, ...more] = names;
  if (folder === undefined || more.length > 0) throw new UsageError(words.usage);
  const target = resolve(root, folder);
  await assertFree(target, folder);
  const asks = options.yes !== true && canAsk();
  const answers = await shelfAnswers(options, basename(target), asks ? (question) => ask(question, signal) : undefined);

  await mkdir(dirname(target), { recursive: true });
  const beside = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    await writeShelf(root, beside, answers);
    // A temporary folder is private to its owner; a shelf must be readable by the publishing user.
    await chmod(beside, (await stat(join(beside, 'src'))).mode);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
  print(words.done(target, `${plansFolder}/${exampleSlug}.mdx`, answers));
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

async function writeShelf(root: string, folder: string, answers: ShelfAnswers): Promise<void> {
  // The text of the licence that this project's own plans are under.
  const copied = answers.licence === 'CC0-1.0' ? [...shared, 'content/LICENSE'] : shared;
  for (const path of copied) {
    if (!(await exists(join(root, path)))) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await cp(join(root, path), join(folder, path), { recursive: true });
  }
  await writeFile(join(folder, shelfFile), shelfText(answers));
  const manifest = await readFile(join(root, 'package.json'), 'utf8');
  await writeFile(join(folder, 'package.json'), ownPackage(manifest, answers.name));
  await writeFile(join(folder, 'README.md'), words.readme(answers));
  await mkdir(join(folder, plansFolder), { recursive: true });
  const entry = {
    title: words.exampleTitle,
    industry: await firstIndustry(root),
    updated: localDay(),
  };
  await writeFile(join(folder, plansFolder, `${exampleSlug}.mdx`), newEntryText(entry));
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Without the bench and the tests, which stay here. The licence of this project is that of the code alone. */
function ownPackage(text: string, description: string): string {
  const manifest = JSON.parse(text) as { scripts: Record<string, string> } & Record<string, unknown>;
  const kept = Object.entries(manifest.scripts).filter(([script]) => !/^(?:bench|test:)/.test(script));
  const own = { ...Object.fromEntries(kept), test: 'npm run typecheck && npm run plan -- check' };
  const license = 'SEE LICENSE IN README.md';
  return `${JSON.stringify({ ...manifest, version: '1.0.0', description, license, scripts: own }, null, 2)}\n`;
}

async function firstIndustry(root: string): Promise<string> {
  const [first] = (await readIndustries(root)).keys();
  if (first === undefined) throw new UsageError('content/industries.yaml 里一个行业也没有。');
  return first;
}
