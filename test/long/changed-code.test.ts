import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Rebuilds } from '../e2e/rebuilds.ts';

/** A build takes nothing from the one before that the changed code would make otherwise. */
let rebuilds: Rebuilds;

beforeAll(async () => {
  rebuilds = await Rebuilds.begin();
});

afterAll(() => rebuilds.site.remove());

/** A change of code, and what says in a page or file of a plan that it was made with it. */
const changes: readonly [string, string, (text: string) => string, string, RegExp][] = [
  [
    'what sets a part of a document',
    'src/html/sign-off.ts',
    (text) => text.replace("['sign-off']", "['sign-off', 'changed-sign-off']"),
    'print/second/meeting/index.html',
    /changed-sign-off/,
  ],
  [
    'a Markdown plugin',
    'src/markdown/heading-ids.ts',
    (text) => text.replace('unusedId(anchorOf', "unusedId('changed-' + anchorOf"),
    'plans/second/index.html',
    /<h2 id="changed-/,
  ],
  [
    'a setting of the project',
    'astro.config.mjs',
    (text) =>
      text.replace(
        'unified(markdownOptions)',
        `unified({ ...markdownOptions, remarkPlugins: [() => (tree) => {
          tree.children.push({ type: 'paragraph', children: [{ type: 'text', value: '改过的设置' }] });
        }, ...markdownOptions.remarkPlugins] })`,
      ),
    'plans/second/index.html',
    /改过的设置/,
  ],
  [
    'the writer of a format',
    'src/export/markdown.ts',
    (text) => text.replace('return `${[...blocks', 'return `改过${[...blocks'),
    'plans/second/second.md',
    /^改过/,
  ],
];

test.each(changes)('%s has changed', async (_, path, change, made, sign) => {
  await rebuilds.edit(path, change);
  await rebuilds.build();
  expect(sign.test(await readFile(join(rebuilds.site.dist, made), 'utf8'))).toBe(true);
});

/** Code whose name in a page holds a digest of it. */
const added = (more: string) => (text: string) => text + more;
test.each([
  ['code for the browser', 'src/client/plan-page.ts', added("\nconsole.info('changed');\n"), 'plans/second/index.html'],
  [
    'a style sheet of paper',
    'templates/meeting/print.css',
    added('\n.changed { color: red; }\n'),
    'print/second/meeting/index.html',
  ],
  [
    'a style sheet that templates share',
    'templates/text.css',
    added('\n.changed-text { color: red; }\n'),
    'print/second/official/index.html',
  ],
  [
    'the margins of a template',
    'templates/one-page/template.ts',
    (text: string) => text.replace('top: 14', 'top: 15'),
    'print/second/one-page/index.html',
  ],
])('%s has changed: pages ask for what is there', async (_, path, change, page) => {
  const asked = async () =>
    [...(await readFile(join(rebuilds.site.dist, page), 'utf8')).matchAll(/\/_astro\/[^"]+/g)].map(String);
  const before = await asked();
  await rebuilds.edit(path, change);
  const { files } = await rebuilds.build();
  expect(await asked()).not.toEqual(before);
  for (const name of await asked()) expect(Object.keys(files)).toContain(name);
});
