import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { describe, expect, test } from 'vitest';
import { pagedjsPatch, pagedPatches, patchPaged } from '../../../src/vite/pagedjs-patch.ts';

const source = join(dirname(createRequire(import.meta.url).resolve('pagedjs')), '../src');
const files = [...new Set(pagedPatches.map(({ file }) => file))];

describe.each(files)('%s', (file) => {
  test('every patch finds its place in the installed version', async () => {
    const original = await readFile(join(source, file), 'utf8');
    expect(patchPaged(file, original)).not.toBe(original);
  });

  test('the same with Windows line ends', async () => {
    const original = await readFile(join(source, file), 'utf8');
    expect(patchPaged(file, original.replaceAll('\n', '\r\n'))).toBe(patchPaged(file, original));
  });
});

test.each(pagedPatches.map((patch) => [`${patch.file}: ${patch.why}`, patch] as const))(
  'without the text of «%s» the build stops',
  async (_, patch) => {
    const original = await readFile(join(source, patch.file), 'utf8');
    const changed = original.replace(patch.find, '/* another version */');
    expect(() => patchPaged(patch.file, changed)).toThrow(`应出现 ${patch.times} 次，实际 ${patch.times - 1} 次`);
  },
);

test('other files are left alone', () => {
  expect(patchPaged('polisher/sheet.js', 'let a;')).toBe('let a;');
});

function bundle(resolve: Readonly<Record<string, string>>) {
  return build({
    configFile: false,
    logLevel: 'silent',
    root: import.meta.dirname,
    resolve: { alias: resolve },
    plugins: [
      pagedjsPatch(),
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? '\0entry' : null),
        load: (id) => (id === '\0entry' ? "export * from 'pagedjs'" : null),
      },
    ],
    build: { write: false, rolldownOptions: { input: 'entry' } },
  });
}

test('a build that takes another entry of the package stops', async () => {
  await expect(bundle({ pagedjs: join(source, '../dist/paged.esm.js') })).rejects.toThrow('补丁要改的代码');
});

test('a build that takes the sources passes', async () => {
  await expect(bundle({})).resolves.toBeDefined();
});
