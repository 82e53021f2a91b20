import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { report } from '../../../src/check/report.ts';
import { templateCatalogue } from '../../../src/check/templates/catalogue.ts';
import { type TemplateCheck, checkTemplates } from '../../../src/check/templates/check-templates.ts';
import { fontFault } from '../../../src/check/templates/font-file.ts';
import { expectFixture } from './expectation.ts';
import { projectRoot } from './fixtures.ts';

const fixtures = join(projectRoot, 'test/fixtures/templates');
const folders = (await readdir(fixtures)).sort();

/** Files of a case: `=== path` and the text below it. They are no files of this project, which would be compiled. */
async function checkCase(folder: string): Promise<TemplateCheck> {
  const root = await mkdtemp(join(tmpdir(), 'planshelf-templates-'));
  try {
    const text = await readFile(join(fixtures, folder, 'case.txt'), 'utf8');
    if (folder !== 'template-file-missing') await addLayouts(root, text);
    for (const part of text.split(/^=== /m).slice(1)) {
      const end = part.indexOf('\n');
      const path = join(root, part.slice(0, end));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, part.slice(end + 1));
    }
    return await checkTemplates(root);
  } finally {
    await rm(root, { recursive: true });
  }
}

/** Most cases are not about how a template sets a document: each of their templates has a layout with nothing wrong in it. */
async function addLayouts(root: string, text: string): Promise<void> {
  for (const [, name = ''] of text.matchAll(/^=== (templates\/[^/\n]+)\//gm)) {
    await mkdir(join(root, name), { recursive: true });
    const element = "{ type: 'element', tagName: 'main', properties: {}, children: [] }";
    await writeFile(join(root, name, 'layout.ts'), `export const layout = () => (${element});\n`);
  }
}

test('every code has a case, and every case a code', () => {
  expect(folders.filter((folder) => !folder.startsWith('@'))).toEqual(Object.keys(templateCatalogue).sort());
});

test.each(folders)('%s is reported word for word', async (folder) => {
  const { problems, templates } = await checkCase(folder);
  expectFixture(join(fixtures, folder, 'expected.txt'), report(problems, 0, 'text', templates));
  const codes = folder.startsWith('@') ? [] : [folder];
  expect([...new Set(problems.map(({ code }) => code))]).toEqual(codes);
});

test('the project’s own templates have no problem', async () => {
  const { templates, problems } = await checkTemplates(projectRoot);
  expect(templates).toBeGreaterThan(1);
  expect(problems).toEqual([]);
});

test('a project without templates has none to check', async () => {
  expect(await checkTemplates(join(projectRoot, 'content'))).toEqual({ templates: 0, problems: [] });
});

test('templates that cannot be read are not taken for none', async () => {
  const root = await mkdtemp(join(tmpdir(), 'planshelf-templates-'));
  try {
    await writeFile(join(root, 'templates'), '');
    await expect(checkTemplates(root)).rejects.toThrow('ENOTDIR');
  } finally {
    await rm(root, { recursive: true });
  }
});

describe('a font file', () => {
  const require = createRequire(import.meta.url);
  const face = readFile(require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'));

  test('that is whole and static is fine; cut short it is not', async () => {
    const bytes = await face;
    expect(fontFault(bytes)).toBeUndefined();
    expect(fontFault(bytes.subarray(0, bytes.length - 1000))?.what).toBe('字体文件不完整');
    expect(fontFault(bytes.subarray(0, 20))?.what).toBe('字体文件不完整');
  });

  test('with variations is refused', async () => {
    const bytes = Buffer.from(await face);
    bytes.write('fvar', 12, 'latin1');
    expect(fontFault(bytes)?.what).toBe('它是可变字体');
  });

  test.each([
    ['wOFF', '\u0000\u0001\u0000\u0000', undefined],
    ['wOF2', 'true', undefined],
    ['wOFF', 'OTTO', '它是 CFF 轮廓的字体（.otf）'],
    ['wOF2', 'OTTO', '它是 CFF 轮廓的字体（.otf）'],
    ['wOF2', 'ttcf', '它是字体集（.ttc）'],
  ])('%s that wraps %j is judged by what it wraps', (signature, flavor, what) => {
    const header = Buffer.alloc(48);
    header.write(signature + flavor, 'latin1');
    header.writeUInt32BE(header.length, 8);
    expect(fontFault(header)?.what).toBe(what);
  });

  test.each(['', 'PK', '<!doctype html>'])('of %j is none', (text) => {
    expect(fontFault(new TextEncoder().encode(text))?.what).toBe('它不是字体文件');
  });
});
