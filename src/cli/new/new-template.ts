import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, UsageError, readArguments } from '../command.ts';
import { templateFiles } from './template-files.ts';
import { unknownName } from '../unknown-name.ts';

const usage = '用法：npm run plan -- new-template <名称> [--from 版式] [--title 中文名]';

/** `plan -- new-template <name> [--from meeting] [--title …]`: a template of one's own; never overwrites. */
export const newTemplate: Command = async ({ args, root, print }) => {
  const { options, names } = readArguments(args, { from: 'string', title: 'string' });
  const [name, ...more] = names;
  if (name === undefined || more.length > 0) throw new UsageError(usage);
  checkName(name);
  const title = options.title?.trim() ?? name;
  if (title === '' || title.length > 20) throw new UsageError('版式的中文名要有 1 到 20 个字。');
  const folder = join(root, 'templates');
  const from = await templateNamed(folder, options.from ?? 'meeting');
  await writeTemplate(join(folder, from), join(folder, name), { name, from, title });
  print(
    `写好了 templates/${name}/，以 ${from} 为底稿。\n` +
      `信头在 letterhead.ts，字体在 fonts.css，版面在 print.css。\n` +
      `下一步：npm run plan -- check，然后 npm run plan -- pdf --template ${name}`,
  );
  return 0;
};

function checkName(name: string): void {
  if (/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(name) && name.length <= 40) return;
  throw new UsageError(
    `${name} 不能用作版式的名称：它是文件夹名，也出现在网址和 PDF 文件名里，只用小写字母、数字和连字符，以字母开头，不超过 40 个字符，如 our-company。`,
  );
}

/** @throws {UsageError} if there is no such template */
async function templateNamed(folder: string, name: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const known = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  if (known.includes(name)) return name;
  throw unknownName('版式', name, known);
}

/** Copies a template's folder and makes the copy a template of its own; nothing is left behind where that fails. */
async function writeTemplate(
  source: string,
  target: string,
  names: { readonly name: string; readonly from: string; readonly title: string },
): Promise<void> {
  const there = await stat(target).catch(() => undefined);
  if (there !== undefined) throw new UsageError(`已经有 templates/${names.name}，没有改动它。请换一个名称。`);
  const read = async (file: string): Promise<string> => readFile(join(source, file), 'utf8').catch(() => '');
  const files = templateFiles(names, {
    template: await read('template.ts'),
    document: await read('Document.astro'),
    layout: await read('layout.ts'),
    css: await read('print.css'),
  });
  await mkdir(target);
  try {
    await cp(source, target, { recursive: true });
    for (const [file, text] of files) {
      const path = join(target, file);
      await mkdir(join(path, '..'), { recursive: true });
      // What the source has of its own, such as a letterhead, stays.
      const own = await stat(path).catch(() => undefined);
      if (own === undefined || /^(?:template\.ts|layout\.ts|Document\.astro|print\.css)$/.test(file))
        await writeFile(path, text);
    }
  } catch (error) {
    await rm(target, { recursive: true, force: true });
    throw error;
  }
}
