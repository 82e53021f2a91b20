/**
 * Drawings in SVG as the site shows them: a picture of the drawing, in an SVG that this project writes, of the size that the
 * drawing says. So nothing in a drawing runs, wherever its file is opened, and its words are set in the bundled faces: fonts
 * of a page do not reach into its pictures, and a machine may have none for Chinese.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundledFaces } from '../fonts/faces.ts';

/** Part of each name, so that drawings are redrawn when the drawing code changes. */
const version = 1;
/** In milliseconds; most drawings take a third of a second, nearly all of it to start. */
const timeout = 60_000;

/**
 * @param folder of what was drawn before, by content
 * @param program path of `draw-svg-process.ts`; pages that call this are bundled, and no longer stand beside it
 * @returns path of the drawn file
 * @throws if it cannot be drawn, or takes too long
 */
export async function drawSvg(path: string, folder: string, program: string): Promise<string> {
  const digest = createHash('sha256')
    .update(`${version}\0`)
    .update(await readFile(path))
    .digest('hex');
  const drawn = join(folder, `${digest.slice(0, 32)}.svg`);
  if ((await stat(drawn).catch(() => undefined)) !== undefined) return drawn;
  await mkdir(folder, { recursive: true });
  await writeWhole(join(folder, 'fonts.conf'), fontSettings(folder));
  await writeWhole(drawn, await drawInProcess(path, folder, program));
  return drawn;
}

/** Two pages may draw the same at once. */
async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}`;
  await writeFile(temporary, text);
  await rename(temporary, path);
}

/** In a process of its own, since the drawing library reads where the fonts are once, when its process starts. */
function drawInProcess(path: string, folder: string, program: string): Promise<string> {
  const fonts = { FONTCONFIG_FILE: join(folder, 'fonts.conf'), PANGOCAIRO_BACKEND: 'fontconfig' };
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [program, path],
      { env: { ...process.env, ...fonts }, timeout, maxBuffer: 100_000_000 },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else reject(new Error(`图片 ${path} 画不出来：${stderr.trim().split('\n').at(-1) ?? error.message}`));
      },
    );
  });
}

/** https://fontconfig.pages.freedesktop.org/fontconfig/fontconfig-user.html */
function fontSettings(folder: string): string {
  const folders = new Set(bundledFaces().map(({ path }) => dirname(path)));
  const serif = [
    'serif',
    'SimSun',
    '宋体',
    'NSimSun',
    'STSong',
    'FangSong',
    '仿宋',
    'KaiTi',
    '楷体',
    'Times New Roman',
  ];
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...[...folders].map((each) => `<dir>${escaped(each)}</dir>`),
    `<cachedir>${escaped(join(folder, 'fontconfig'))}</cachedir>`,
    ...serif.map((name) => `<alias><family>${name}</family><prefer><family>Noto Serif SC</family></prefer></alias>`),
    '<match target="pattern"><edit name="family" mode="append_last"><string>Noto Sans SC</string></edit></match>',
    '</fontconfig>',
  ].join('\n');
}

function escaped(path: string): string {
  return path.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
