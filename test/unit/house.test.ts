import { readFile, readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** The house, as .github/docs/architecture.md draws it: a folder imports only from those before it, and from itself. */
const order = [
  'src/model',
  'src/fonts',
  'src/markdown',
  'src/document',
  'src/html',
  'src/check',
  'src/fill',
  'src/export',
  'src/proof',
  'src/pictures',
  'src/components',
  'src/client',
  'src/layouts',
  'templates',
  'src/pages',
  'src/search',
  'src/press',
  'src/vite',
  'src/cli',
];

async function sources(): Promise<string[]> {
  const found = await Promise.all(
    ['src', 'templates'].map(async (folder) =>
      (await readdir(join(root, folder), { recursive: true })).map((name) => join(folder, name).split(sep).join('/')),
    ),
  );
  return found.flat().filter((path) => /\.(?:ts|astro)$/.test(path));
}

function roomOf(path: string): string | undefined {
  return order.find((room) => path.startsWith(`${room}/`));
}

/** In a script a page names the browser code that it starts; the build itself imports nothing of it. */
const browserScript = /^ *<script>$[^]*?^ *<\/script>$/gm;

test('folders import only from those left of them', async () => {
  const files = await sources();
  expect(files.length).toBeGreaterThan(50);
  const against: string[] = [];
  for (const file of files) {
    const room = roomOf(file);
    if (room === undefined) continue;
    const text = await readFile(join(root, file), 'utf8');
    const built = text.replaceAll(browserScript, '');
    for (const [, target = ''] of text.matchAll(/\b(?:from|import)\s*\(?\s*'(\.{1,2}\/[^'?]+)/g)) {
      const imported = relative(root, resolve(root, dirname(file), target))
        .split(sep)
        .join('/');
      const other = roomOf(imported);
      if (other === 'src/client' && !built.includes(`'${target}`)) continue;
      if (other !== undefined && order.indexOf(other) > order.indexOf(room)) against.push(`${file} → ${imported}`);
    }
  }
  expect(against).toEqual([]);
});

test('nothing but the fixed names stands at the top', async () => {
  const fixed = [
    'src',
    'content',
    'templates',
    'public',
    'test',
    'astro.config.mjs',
    'package.json',
    'tsconfig.json',
    'README.md',
  ];
  const aside = ['package-lock.json', 'LICENSE', 'dist', 'node_modules'];
  const names = (await readdir(root)).filter((name) => !name.startsWith('.'));
  expect(names.filter((name) => !fixed.includes(name) && !aside.includes(name))).toEqual([]);
});
