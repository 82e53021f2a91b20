/** Sites that several test files read: built once a run, and changed by none. A test that changes a site makes its own. */
import { cp, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import { type Ended, type FixtureSite, fixtureSiteAt, makeFixtureSite } from './fixture-site.ts';

const fixtureContent = resolve(import.meta.dirname, '../fixtures/site/content');

interface Recipe {
  /** Folder with plans. */
  readonly content: () => Promise<string>;
  /** Environment of the build. */
  readonly env: Readonly<Record<string, string>>;
  /** Templates that it has: all where nothing is said. */
  readonly templates?: readonly string[];
  /** Whether the pages that commands print from are made as well: else the first command on a copy makes them. */
  readonly prints?: boolean;
}

const withoutPdfs = { PLANSHELF_PDF: 'off' };

const recipes = {
  /** The shelf's own plans, without PDFs. */
  collection: { content: () => Promise.resolve(resolve(import.meta.dirname, '../../content')), env: withoutPdfs },
  /** The fixture plan `second` alone, without PDFs. */
  small: { content: smallContent, env: withoutPdfs, prints: true },
  /** All fixture plans. */
  fixture: { content: () => Promise.resolve(fixtureContent), env: {} },
  /** All fixture plans, in one template, below {@link teamBase}; `second` has links to another plan and to a file. */
  team: {
    content: teamContent,
    env: { PLANSHELF_BASE: '/team/plans/', PLANSHELF_SITE: 'https://team.example' },
    templates: ['meeting', 'booklet'],
  },
} satisfies Record<string, Recipe>;

/** Where the shared site `team` stands. */
export const teamBase = recipes.team.env.PLANSHELF_BASE;

export type SharedSite = keyof typeof recipes;

/** Folder with the fixture plan `second` alone. */
export async function smallContent(parent = inject('sharedSites')): Promise<string> {
  const content = await mkdtemp(join(parent, 'content-'));
  await cp(join(fixtureContent, 'plans/second.mdx'), join(content, 'plans/second.mdx'));
  await cp(join(fixtureContent, 'industries.yaml'), join(content, 'industries.yaml'));
  return content;
}

async function teamContent(): Promise<string> {
  const content = await mkdtemp(join(inject('sharedSites'), 'content-'));
  await cp(fixtureContent, content, { recursive: true });
  const plan = join(content, 'plans/second.mdx');
  const links = '另见[大计划](/plans/big/)和<a href="/favicon.svg">图标</a>。\n\n';
  await writeFile(plan, (await readFile(plan, 'utf8')).replace('做法见', `${links}做法见`));
  return content;
}

interface Built {
  readonly root: string;
  readonly build: Ended;
}

/**
 * The site, built by the first caller; others wait.
 * @throws if its build failed
 */
export async function sharedSite(name: SharedSite): Promise<FixtureSite & { readonly build: Ended }> {
  const { root, build } = await builtOnce(name);
  if (build.code !== 0) throw new Error(build.output);
  return { ...fixtureSiteAt(root), build };
}

/** A copy of a shared site, with all that its build has kept, to be changed. */
export async function copyOfSite(name: SharedSite): Promise<FixtureSite & { readonly build: Ended }> {
  const { root, build } = await sharedSite(name);
  const copy = await mkdtemp(join(tmpdir(), 'planshelf-'));
  await cp(root, copy, { recursive: true, verbatimSymlinks: true });
  return { ...fixtureSiteAt(copy), build };
}

async function builtOnce(name: SharedSite): Promise<Built> {
  const folder = inject('sharedSites');
  const record = join(folder, `${name}.json`);
  // Making a folder succeeds for one process only.
  const first = await mkdir(join(folder, `${name}.lock`)).then(
    () => true,
    () => false,
  );
  if (first) await buildInto(record, name);
  for (;;) {
    const text = await readFile(record, 'utf8').catch(() => undefined);
    if (text !== undefined) return JSON.parse(text) as Built;
    await wait(200);
  }
}

async function buildInto(record: string, name: SharedSite): Promise<void> {
  const built = await build(name).catch((error: unknown): Built => ({
    root: '',
    build: { code: 1, output: String(error) },
  }));
  await writeFile(`${record}.part`, JSON.stringify(built));
  await rename(`${record}.part`, record);
}

/** Removes all other templates: each costs a paper and a PDF a plan. */
export async function keepTemplates(site: FixtureSite, kept: readonly string[]): Promise<void> {
  const folder = join(site.root, 'templates');
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory() && !kept.includes(entry.name)) await rm(join(folder, entry.name), { recursive: true });
}

async function build(name: SharedSite): Promise<Built> {
  const { content, env, templates, prints = false }: Recipe = recipes[name];
  const site = await makeFixtureSite(await content());
  if (templates !== undefined) await keepTemplates(site, templates);
  const built = await site.run('build', [], env);
  if (!prints || built.code !== 0) return { root: site.root, build: built };
  const printed = await site.run('plan', ['pdf', '--template', 'meeting', '--out', '.cache/printed'], env);
  return { root: site.root, build: printed.code === 0 ? built : printed };
}
