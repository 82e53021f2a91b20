import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { PrintTemplate } from '../model/template/print-template.ts';
import { type ChosenOptions, notesOf } from '../model/template/template-options.ts';
import { fontsUsed } from './fonts-used.ts';
import { chosenOptions } from './chosen-options.ts';
import { printSite, readTemplates } from '../press/site/print-site.ts';
import { terminalProgress } from '../press/progress.ts';
import { readShard, shardMistake } from '../press/shard.ts';
import { reportTemplateProblems } from './report-templates.ts';
import { listEntries } from '../check/load.ts';
import { slugOf } from '../model/slug.ts';
import { buildPrintSite, cacheFolderOf } from './build-site.ts';
import { type Command, UsageError, readArguments } from './command.ts';
import { unknownName } from './unknown-name.ts';

/** `plan -- pdf [slug…] [--template name] [--option paper=16k]… [--shard 2/4] [--out dir] [--force] [--local-fonts]`: PDFs of the plans as they are written now. */
export const pdf: Command = async ({ args, root, signal, print }) => {
  const { options, names } = readArguments(args, {
    template: 'string',
    option: 'strings',
    shard: 'string',
    out: 'string',
    force: 'boolean',
    'local-fonts': 'boolean',
  });
  const shard = options.shard === undefined ? undefined : readShard(options.shard);
  if (options.shard !== undefined && shard === undefined) throw new UsageError(shardMistake(options.shard));
  const slugs = (await listEntries(root)).map(slugOf);
  for (const name of names) if (!slugs.includes(name)) throw unknownName('计划', name, slugs);
  if (await reportTemplateProblems(root, print)) return 1;
  const templatesFolder = join(root, 'templates');
  const known = await readTemplates(templatesFolder);
  const templates = known.map(({ name }) => name);
  const { template } = options;
  if (template !== undefined && !templates.includes(template)) throw unknownName('版式', template, templates);

  const chosen = choicesOf(options.option ?? [], template, known);

  const out = options.out === undefined ? join(root, 'dist/pdf') : resolve(root, options.out);
  const site = await buildPrintSite(root, signal);
  signal.throwIfAborted();

  await mkdir(out, { recursive: true });
  const results = await printSite({
    site,
    base: '/',
    out,
    templatesFolder,
    cacheFolder: join(cacheFolderOf(root), 'press'),
    selection: {
      ...(names.length > 0 && { slugs: names }),
      ...(template !== undefined && { template, options: chosen }),
      ...(shard !== undefined && { shard }),
    },
    force: options.force ?? false,
    localFonts: options['local-fonts'] ?? false,
    signal,
    progress: terminalProgress(process.stdout),
  });
  signal.throwIfAborted();
  if (options['local-fonts'] === true) print(await fontsUsed(results));
  print(`PDF 在 ${out}`);
  for (const note of notesOf(known.find(({ name }) => name === template)?.options ?? [], chosen)) print(note);
  return results.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
};

/** @throws {UsageError} if options are given and no template that they could belong to, or one is not known */
function choicesOf(
  given: readonly string[],
  name: string | undefined,
  templates: readonly PrintTemplate[],
): ChosenOptions {
  if (given.length === 0) return {};
  const template = templates.find((known) => known.name === name);
  if (template === undefined)
    throw new UsageError('选项属于版式：请同时写 --template，如 --template meeting --option paper=16k。');
  return chosenOptions(template, given);
}
