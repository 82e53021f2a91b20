/** Sites that several test files read: built once a run, and changed by none. A test that changes a site makes its own. */
import { cp, mkdir, mkdtemp, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import { type Ended, type FixtureSite, fixtureSiteAt, makeFixtureSite } from './fixture-site.ts';

const fixtureContent = resolve(import.meta.dirname, '../fixtures/site/content');

/** What each shared site holds; all are built without PDFs. */
const contents = {
  /** The shelf's own plans. */
  collection: () => Promise.resolve(resolve(import.meta.dirname, '../../content')),
  /** The fixture plan `second` alone. */
  small: smallContent,
};

export type SharedSite = keyof typeof contents;

/** Folder with the fixture plan `second` alone. */
export async function smallContent(parent = inject('sharedSites')): Promise<string> {
  const content = await mkdtemp(join(parent, 'content-'));
  await cp(join(fixtureContent, 'plans/second.mdx'), join(content, 'plans/second.mdx'));
  await cp(join(fixtureContent, 'industries.yaml'), join(content, 'industries.yaml'));
  return content;
}

interface Built {
  readonly root: string;
  readonly build: Ended;
}

/**
 * The site, built by whoever asks first; others wait.
 * @throws if its build failed
 */
export async function sharedSite(name: SharedSite): Promise<FixtureSite> {
  const { root, build } = await builtOnce(name);
  if (build.code !== 0) throw new Error(build.output);
  return fixtureSiteAt(root);
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

async function build(name: SharedSite): Promise<Built> {
  const site = await makeFixtureSite(await contents[name]());
  return { root: site.root, build: await site.run('build', [], { PLANSHELF_PDF: 'off' }) };
}
