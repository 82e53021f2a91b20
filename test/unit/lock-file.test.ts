/** What is installed is what was checked in: held by the lock file, of every system at once. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../..');
const read = (name: string) => readFile(join(root, name), 'utf8');

const names = z.record(z.string(), z.string()).default({});
const lock = z
  .object({
    lockfileVersion: z.literal(3),
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        integrity: z.string().optional(),
        resolved: z.string().optional(),
        hasInstallScript: z.boolean().default(false),
        dependencies: names,
        optionalDependencies: names,
      }),
    ),
  })
  .parse(JSON.parse(await read('package-lock.json')));
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.replace(/^.*node_modules\//, '');

/** Where Node.js would find a package that another one names. */
function isLocked(name: string, from: string): boolean {
  for (let folder = from; ; folder = folder.replace(/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/, '')) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in lock.packages) return true;
    if (folder === '') return false;
  }
}

test('every package has a checksum that its download is held against', () => {
  expect(packages.length).toBeGreaterThan(500);
  // SHA-512 in Base64: 88 characters.
  const without = packages.filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''));
  expect(without.map(([path]) => path)).toEqual([]);
});

test('no package is tied to an address, so that any registry may be asked', () => {
  expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
});

test('packages for other systems are locked too', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !isLocked(name, path)),
  );
  expect(missing).toEqual([]);
});

test('no package runs a program when it is installed, and none has to', async () => {
  expect(await read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  // core-js and es5-ext print an advertisement and a manifesto; esbuild replaces its starter by the program itself.
  const asking = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
  expect(asking.sort()).toEqual(['core-js', 'es5-ext', 'esbuild']);
});

test('package.json names one version of each package, and a Node.js that npm does not insist on', async () => {
  const manifest = z
    .object({ engines: z.object({ node: z.literal('>=24') }), dependencies: names, devDependencies: names })
    .parse(JSON.parse(await read('package.json')));
  const named = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(named.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  expect(await read('.npmrc')).not.toContain('engine-strict');
  expect(await read('src/cli/node-version.mjs')).toContain('const oldest = 24;');
});
