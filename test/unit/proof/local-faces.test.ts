import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fontsInWords } from '../../../src/cli/fonts-used.ts';
import { proveFile } from '../../../src/proof/prove-file.ts';
import { readPdf } from '../../../src/proof/pdf/read-pdf.ts';
import { templateSheet } from '../../fixtures/print/template-sheet.ts';
import { namedFont } from '../press/named-font.ts';
import { source } from './official-paper.ts';
import { type Printer, openPrinter } from './print.ts';

const require = createRequire(import.meta.url);
const characters = `${source}— 0123456789（一）二三、.于年月日前`;
/** A character that the 仿宋 of this machine does not have. */
const lacking = '逐';

/** The heights that the official faces have: the whole of a line is 1 em, where the bundled faces have 1.4 em. */
const heights = [0.859, 0.141] as const;
const faces = [
  ['FangSong_GB2312', 'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', lacking],
  ['KaiTi_GB2312', 'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', ''],
  ['SimHei', 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf', ''],
  ['FZXiaoBiaoSong-B05S', 'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf', ''],
  ['SimSun', 'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', ''],
] as const;

let folder: string;
let printer: Printer;
let css: string;
const before = process.env['FONTCONFIG_FILE'];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planshelf-faces-'));
  for (const [name, file, without] of faces) {
    const whole = await readFile(require.resolve(`@expo-google-fonts/${file}`));
    const cut = await subsetFont(whole, characters.replaceAll(without || '\0', ''), { targetFormat: 'sfnt' });
    await writeFile(
      join(folder, `${name}.ttf`),
      namedFont(Buffer.from(cut), { family: name, postScript: name, heights }),
    );
  }
  const config = join(folder, 'fonts.conf');
  await writeFile(
    config,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>`,
  );
  process.env['FONTCONFIG_FILE'] = config;
  printer = await openPrinter(characters, { systemFonts: true });
  const local = new URL('../../../templates/official/local-fonts.css', import.meta.url);
  const sheets = [templateSheet('official'), readFile(local, 'utf8')];
  css = `@page { @top-center { content: none } @bottom-center { content: none } } h1 { string-set: none }
    body { font: inherit; text-spacing-trim: inherit; text-autospace: inherit; line-break: inherit }
    ${(await Promise.all(sheets)).join('\n').replaceAll("'Planshelf Serif'", 'Proof').replaceAll("'Planshelf Sans'", 'Sans')}`;
});

afterAll(async () => {
  if (before === undefined) delete process.env['FONTCONFIG_FILE'];
  else process.env['FONTCONFIG_FILE'] = before;
  await printer.close();
  await rm(folder, { recursive: true, force: true });
});

describe('公文版式 in the faces of this machine', () => {
  let pdf: Uint8Array;
  beforeAll(async () => {
    pdf = await printer.print(source, { css });
  });

  test('keeps to the standard with the heights that those faces have', async () => {
    expect((await proveFile(pdf, 'official')).failures).toEqual([]);
  });

  test('has each level in its own face', async () => {
    const { pages } = await readPdf(pdf, { places: true });
    const faceOf = (text: string): string | undefined =>
      pages.flatMap(({ runs }) => runs).find((run) => run.text.includes(text))?.font;
    expect(faceOf('住宅小区')).toBe('FZXiaoBiaoSong-B05S');
    expect(faceOf('工作目标')).toBe('SimHei');
    expect(faceOf('收费与催缴')).toBe('KaiTi_GB2312');
    expect(faceOf('业主找到')).toBe('FangSong_GB2312');
    expect(faceOf('登记')).toBe('FangSong_GB2312');
    expect(faceOf('—')).toBe('SimSun');
    const marks = pages.flatMap(({ runs }) => runs).filter(({ text, size }) => /^附件\d?$/.test(text) && size > 15);
    expect(marks.map(({ font }) => font)).toContain('SimHei');
  });

  test('says which characters a bundled face had to draw', async () => {
    const { fonts } = await readPdf(pdf);
    expect(fontsInWords(fonts)).toBe(
      `所用字体：FZXiaoBiaoSong-B05S、FangSong_GB2312、KaiTi_GB2312、NotoSerifSC-Regular、SimHei、SimSun。\n` +
        `注意：本机没有的字体、本机字体里没有的字，用了自带的字体，请核对：NotoSerifSC-Regular 印了“${lacking}”。`,
    );
  });

  test('says where the machine has none of them', () => {
    const font = { name: 'AAAAAA+NotoSansSC-Regular', embedded: true, type3: false, characters: ['一'] };
    expect(fontsInWords([font])).toBe('所用字体：NotoSansSC-Regular。版式规定的字体本机都没有，全部用了自带的。');
    expect(fontsInWords([])).toBe('所用字体：无。');
  });
});
