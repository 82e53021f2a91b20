import { join } from 'node:path';
import type { PrintLayout } from '../model/template/print-template.ts';
import { readTemplates } from '../press/site/print-site.ts';
import { type FileProof, proveFile } from '../proof/prove-file.ts';
import { type Command, UsageError, readArguments } from './command.ts';
import { readArgumentFile } from './argument-file.ts';
import { reportTemplateProblems } from './report-templates.ts';
import { unknownName } from './unknown-name.ts';

const usage = '用法：npm run plan -- proof <文件.pdf> [--template 版式]';

/**
 * `plan -- proof <file.pdf> [--template name]`: what can be proven of any PDF without the document that it was printed
 * from: that it can be read, its fonts, title, language and tags, and its layout where the template follows a standard.
 */
export const proof: Command = async ({ args, root, print }) => {
  const { options, names } = readArguments(args, { template: 'string' });
  const [file, ...more] = names;
  if (file === undefined || more.length > 0) throw new UsageError(usage);
  if (options.template !== undefined && (await reportTemplateProblems(root, print))) return 1;
  const layout = await layoutNamed(options.template, join(root, 'templates'));
  const result = await proveFile(await readArgumentFile(file, root), layout);
  if (result.failures.some(({ check }) => check === 'readable')) {
    print(`${file}：${result.failures.map(({ message }) => message).join('')}`);
    return 1;
  }
  print(`${file}：${describe(result)}`);
  for (const { check, message } of result.failures) print(`  [${check}] ${message}`);
  return result.failures.length === 0 ? 0 : 1;
};

function describe({ pages, fonts, failures, standard, standIns }: FileProof): string {
  const measured = standard === undefined ? '' : `对照 ${standard}：`;
  const outcome = failures.length === 0 ? '没有不符之处' : `${failures.length} 处不符`;
  const faces = standIns.length === 0 ? '' : `（${standIns.join('；')}）`;
  return `${pages} 页，字体 ${fonts.join('、') || '无'}${faces}。${measured}${outcome}。`;
}

/** @throws {UsageError} for a template that is not there, or one that follows no standard */
async function layoutNamed(name: string | undefined, folder: string): Promise<PrintLayout | undefined> {
  if (name === undefined) return undefined;
  const templates = await readTemplates(folder);
  const template = templates.find((known) => known.name === name);
  if (template === undefined)
    throw unknownName(
      '版式',
      name,
      templates.map((known) => known.name),
    );
  if (template.layout === undefined) {
    const measured = templates.filter(({ layout }) => layout !== undefined).map((known) => known.name);
    throw new UsageError(`版式 ${name} 没有可对照的版面标准。有标准的版式：${measured.join('、') || '无'}。`);
  }
  return template.layout;
}
