import { stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { checkShelfFiles } from '../check/content-files.ts';
import { checkInParallel } from '../check/check-in-parallel.ts';
import { listEntries, plansFolder } from '../check/load.ts';
import { isReportFormat, report, reportFormats } from '../check/report.ts';
import { checkTemplates } from '../check/templates/check-templates.ts';
import { type Command, UsageError, readArguments } from './command.ts';

/** `plan -- check [files…] [--format text|json|github]`: all problems of all entries and templates in one report. */
export const check: Command = async ({ args, root, print }) => {
  const { options, names } = readArguments(args, { format: 'string' });
  const format = options.format ?? 'text';
  if (!isReportFormat(format)) throw new UsageError(`没有格式 ${format}。可用的格式：${reportFormats.join('、')}。`);
  const paths = names.length === 0 ? await allEntries(root) : await namedEntries(root, names);
  const ofEntries = await checkInParallel(root, paths);
  // Who names files asks about these alone.
  const { templates, problems: ofTemplates } =
    names.length === 0 ? await checkTemplates(root) : { templates: 0, problems: [] };
  const ofFiles = names.length === 0 ? await checkShelfFiles(root) : [];
  const problems = [...ofFiles, ...ofEntries, ...ofTemplates];
  print(report(problems, paths.length, format, templates));
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
};

async function allEntries(root: string): Promise<readonly string[]> {
  const paths = await listEntries(root).catch(() => undefined);
  if (paths === undefined) throw new UsageError(`没有文件夹 ${plansFolder}。请在项目根目录运行。`);
  return paths;
}

/** Files as named, each once; a folder stands for the entries below it. */
async function namedEntries(root: string, names: readonly string[]): Promise<readonly string[]> {
  const all = await allEntries(root);
  const paths: string[] = [];
  for (const name of names) {
    const found = await stat(resolve(root, name)).catch(() => undefined);
    if (found === undefined) throw new UsageError(`没有文件或文件夹 ${name}。`);
    const below = all.filter((path) => resolve(root, path).startsWith(resolve(root, name) + sep));
    if (found.isDirectory() && below.length === 0) throw new UsageError(`文件夹 ${name} 里没有计划（.mdx 文件）。`);
    if (found.isFile() && !name.endsWith('.mdx')) throw new UsageError(`${name} 不是计划：计划是 .mdx 文件。`);
    paths.push(...(found.isDirectory() ? below : [name]));
  }
  return [...new Map(paths.map((path) => [resolve(root, path), path])).values()];
}
