import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { nearest } from '../model/nearest.ts';
import { lockBuild } from '../press/build-lock.ts';
import { printSite, readTemplates } from '../press/print-site.ts';
import type { PressResult } from '../press/press-job.ts';
import { terminalProgress } from '../press/progress.ts';
import { readShard, shardMistake } from '../press/shard.ts';
import { templatesAreWrong } from './templates-wrong.ts';
import { listEntries } from '../check/load.ts';
import { slugOf } from '../model/slug.ts';
import { buildSiteApart, cacheFolderOf } from './build-site.ts';
import { type Command, UsageError, readArguments } from './command.ts';

/** `plan -- pdf [slug…] [--template name] [--shard 2/4] [--out dir] [--force] [--local-fonts]`: PDFs of the plans as they are written now. */
export const pdf: Command = async ({ args, root, signal, print }) => {
  const { options, names } = readArguments(args, {
    template: 'string',
    shard: 'string',
    out: 'string',
    force: 'boolean',
    'local-fonts': 'boolean',
  });
  const shard = options.shard === undefined ? undefined : readShard(options.shard);
  if (options.shard !== undefined && shard === undefined) throw new UsageError(shardMistake(options.shard));
  const known = (await listEntries(root)).map(slugOf);
  for (const name of names) if (!known.includes(name)) throw unknown('计划', name, known);
  if (await templatesAreWrong(root, print)) return 1;
  const templatesFolder = join(root, 'templates');
  const templates = (await readTemplates(templatesFolder)).map(({ name }) => name);
  const { template } = options;
  if (template !== undefined && !templates.includes(template)) throw unknown('版式', template, templates);

  const out = options.out === undefined ? join(root, 'dist/pdf') : resolve(root, options.out);
  const unlock = await lockBuild(root);
  const site = await buildSiteApart(root);
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
      ...(template !== undefined && { template }),
      ...(shard !== undefined && { shard }),
    },
    force: options.force ?? false,
    localFonts: options['local-fonts'] ?? false,
    signal,
    progress: terminalProgress(process.stdout),
  });
  unlock();
  if (options['local-fonts'] === true) print(fontsUsed(results));
  print(`PDF 在 ${out}`);
  return results.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
};

/** Which faces the PDFs were set in: that of this machine, or the stand-in where it has none. */
function fontsUsed(results: readonly PressResult[]): string {
  const fonts = results.flatMap((result) => (result.outcome === 'failed' ? [] : result.record.fonts));
  const names = [...new Set(fonts.map((font) => font.replace(/^[A-Z]{6}\+/, '')))].sort();
  return `所用字体：${names.join('、') || '无'}。本机没有的，用了自带的字体。`;
}

function unknown(kind: string, name: string, known: readonly string[]): UsageError {
  const meant = nearest(name, known);
  return new UsageError(
    `没有${kind} ${name}${meant === undefined ? `。现有：${known.join('、')}。` : `，是否要写 ${meant}？`}`,
  );
}
