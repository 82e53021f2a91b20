import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build } from 'vite';
import { describe, expect, test } from 'vitest';
import { pageBoxCss } from '../../../src/model/template/template-options.ts';
import { pageBoxes, withPageBox } from '../../../src/vite/page-box.ts';
import { templateSheet } from '../../fixtures/print/template-sheet.ts';
import { template as meeting } from '../../../templates/meeting/template.ts';
import { template as official } from '../../../templates/official/template.ts';

const box = { page: { width: 148, height: 210 }, margin: { top: 1, right: 2, bottom: 3.5, left: 4 } };
const said = 'size: 148mm 210mm; margin: 1mm 2mm 3.5mm 4mm';
/** Without the white space that means nothing. */
const flat = (css: string): string =>
  css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};:]) ?/g, '$1')
    .replaceAll(';}', '}')
    .trim();

describe('the page box', () => {
  test.each([
    ['@page { @top-left { content: none } }', `@page { ${said}; @top-left { content: none } }`],
    ['p { margin: 0 }', `@page { ${said} } p { margin: 0 }`],
    ['', `@page { ${said} }`],
    ['@import "a.css"; p { margin: 0 }', `@import "a.css"; @page { ${said} } p { margin: 0 }`],
    ['@page :first { margin: 9mm }', `@page { ${said} } @page :first { margin: 9mm }`],
    ['@media print { @page { marks: crop } }', `@page { ${said} } @media print { @page { marks: crop } }`],
  ])('in %s', (css, wanted) => {
    expect(flat(withPageBox(css, box))).toBe(flat(wanted));
  });

  test('goes into the style sheet of a template, and into no other; its address alone is left as it is', async () => {
    const root = join(import.meta.dirname, '../../..');
    const sheets = [
      'templates/meeting/print.css',
      'templates/official/local-fonts.css',
      'test/fixtures/print/print.css',
    ];
    const entry = sheets.map((path, index) => `export { default as a${index} } from '/${path}?url';`).join('\n');
    const built = await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [
        pageBoxes(),
        {
          name: 'entry',
          resolveId: (id) => (id === 'entry' ? '\0entry' : null),
          load: (id) => (id === '\0entry' ? entry : null),
        },
      ],
      build: {
        write: false,
        minify: false,
        cssMinify: false,
        assetsInlineLimit: 0,
        rolldownOptions: { input: 'entry', preserveEntrySignatures: 'strict' },
      },
    });
    const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
    const texts = outputs.flatMap((file) =>
      file.type === 'asset'
        ? [{ name: relative(root, file.originalFileNames[0] ?? ''), text: flat(String(file.source)) }]
        : [],
    );
    // The last declaration of a rule ends without a semicolon.
    const [own = '', others = ''] = [meeting, official].map((template) => flat(pageBoxCss(template)).replace(/;$/, ''));
    expect(texts.map(({ name }) => name).sort()).toEqual(sheets);
    for (const { name, text } of texts) {
      expect(text.includes(own), name).toBe(name === sheets[0]);
      expect(text.includes(others), name).toBe(false);
    }
  });
});

test('every template here states it in template.ts alone', async () => {
  const folder = join(import.meta.dirname, '../../../templates');
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  expect(names.length).toBeGreaterThan(3);
  for (const { name } of names) {
    const sheet = await templateSheet(name);
    expect(sheet.match(/(?<![\w-])size:/g), name).toHaveLength(1);
  }
});
