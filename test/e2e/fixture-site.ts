import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');
/** Cut fonts are named after all that they are made of; to cut them anew takes longer than the rest of a build. */
const cutFonts = '.cache/fonts';

/** How a command of the site ended. */
export interface Ended {
  readonly code: number | null;
  /** Standard output and standard error in the order of their lines. */
  readonly output: string;
}

/** A project of its own in a temporary folder: this project's code with a fixture's content. */
export interface FixtureSite {
  readonly root: string;
  readonly dist: string;
  /** @param cwd the fixture's own folder where nothing is said */
  run(script: string, args?: readonly string[], env?: Readonly<Record<string, string>>, cwd?: string): Promise<Ended>;
  remove(): Promise<void>;
}

/**
 * Copies the code; installed packages are linked, and so are the fonts that this project has cut.
 * @param content folder with `plans/` and `industries.yaml`
 * @param parent folder that the site's own folder is made in; where one is given, nothing is written outside of it
 */
export async function makeFixtureSite(content: string, parent?: string): Promise<FixtureSite> {
  const root = await mkdtemp(join(parent ?? tmpdir(), 'planshelf-'));
  const copied = ['src', 'templates', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];
  await Promise.all(copied.map((name) => cp(join(project, name), join(root, name), { recursive: true })));
  await cp(content, join(root, 'content'), { recursive: true });
  await symlink(join(project, 'node_modules'), join(root, 'node_modules'));
  await mkdir(join(project, cutFonts), { recursive: true });
  await mkdir(join(root, '.cache'));
  if (parent === undefined) await symlink(join(project, cutFonts), join(root, cutFonts));
  else await cp(join(project, cutFonts), join(root, cutFonts), { recursive: true });
  return fixtureSiteAt(root);
}

/** @param root folder that `makeFixtureSite` has made, perhaps in another process */
export function fixtureSiteAt(root: string): FixtureSite {
  return {
    root,
    dist: join(root, 'dist'),
    run: (script, args = [], env = {}, cwd = root) => run(cwd, script, args, env),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** The Astro command line, and the project's own, by the scripts' names. */
const entries: Readonly<Record<string, readonly string[]>> = {
  build: ['node_modules/astro/bin/astro.mjs', 'build'],
  plan: ['src/cli/main.ts'],
};

/** Vitest describes itself in variables that Vite would take for the site's: its base path, that it is not built. */
const ofVitest = /^(?:BASE_URL|MODE|DEV|PROD|SSR|NODE_ENV|TEST|VITEST.*)$/;

export function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofVitest.test(name)));
}

function run(
  root: string,
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...(entries[script] ?? []), ...args], {
      cwd: root,
      env: { ...ownEnvironment(), ...env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    });
    let output = '';
    const listen = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject).once('close', (code) => {
      resolve({ code, output });
    });
  });
}
