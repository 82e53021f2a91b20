import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listEntries, plansFolder, readIndustries } from '../../check/load.ts';
import { nearest } from '../../model/nearest.ts';
import { slugOf } from '../../model/slug.ts';
import { ask, canAsk } from './ask.ts';
import { type Command, UsageError, readArguments } from '../command.ts';
import { UnreadableFrontMatterError, copyEntryText } from './copy-entry.ts';
import { localDay } from './local-day.ts';
import { type NewEntry, newEntryText } from './new-entry.ts';

/** `plan -- new <slug> [--from slug] [--title …] [--industry …]`: a new entry; never overwrites. */
export const newPlan: Command = async ({ args, root, print, signal }) => {
  const { options, names } = readArguments(args, { from: 'string', title: 'string', industry: 'string' });
  const [slug, ...more] = names;
  if (slug === undefined || more.length > 0)
    throw new UsageError('用法：npm run plan -- new <slug> [--from slug] [--title 标题] [--industry 行业]');
  const entries = await listEntries(root).catch(() => []);
  checkSlug(slug, entries);
  const from = options.from === undefined ? undefined : entryOf(options.from, entries);
  const industries = await readIndustries(root);
  if (options.industry !== undefined) checkIndustry(options.industry, industries);

  const title = options.title ?? (await answer('title', '标题（如 住宅小区物业客服部年度工作计划）：', signal));
  if (title.trim() === '' || title.length > 60 || /[【】]/.test(title))
    throw new UsageError('标题要有 1 到 60 个字，不含【】。');
  const industry =
    options.industry ?? (await answer('industry', `行业（${[...industries.keys()].join('、')}）：`, signal));
  checkIndustry(industry, industries);

  const entry = { title: title.trim(), industry, updated: localDay() };
  const text = from === undefined ? newEntryText(entry) : await copyOf(root, from, entry);
  const path = `${plansFolder}/${slug}.mdx`;
  await writeFile(join(root, path), text, { flag: 'wx' });
  const edit = from === undefined ? '编辑它' : '改纸面标题 heading 和正文';
  print(`写好了 ${path}。\n下一步：${edit}，然后运行 npm run plan -- check ${path}`);
  return 0;
};

async function copyOf(root: string, from: string, entry: NewEntry): Promise<string> {
  try {
    return copyEntryText(await readFile(join(root, from), 'utf8'), entry);
  } catch (error) {
    if (!(error instanceof UnreadableFrontMatterError)) throw error;
    throw new UsageError(`${from} 的数据部分读不出来，不能用作底稿。运行 npm run plan -- check ${from} 看哪里要改。`, {
      cause: error,
    });
  }
}

function checkSlug(slug: string, entries: readonly string[]): void {
  const safe = slugOf(slug);
  if (safe === '' || safe !== slug) {
    throw new UsageError(
      `${slug} 不能用作网址${safe === '' ? '' : `，可以写成 ${safe}`}：只用小写字母、数字、汉字和连字符。`,
    );
  }
  const taken = entries.find((path) => slugOf(path) === slug);
  if (taken !== undefined) throw new UsageError(`已经有 ${taken}，没有改动它。请换一个名字。`);
}

function entryOf(slug: string, entries: readonly string[]): string {
  const found = entries.find((path) => slugOf(path) === slugOf(slug));
  if (found !== undefined) return found;
  const meant = nearest(slug, entries.map(slugOf));
  throw new UsageError(`没有计划 ${slug}${meant === undefined ? '' : `，是否要写 ${meant}`}？`);
}

function checkIndustry(industry: string, industries: ReadonlyMap<string, string>): void {
  if (industries.has(industry)) return;
  const list = [...industries].map(([key, name]) => `${key}（${name}）`).join('、');
  throw new UsageError(`没有行业 ${industry}。可用的行业：${list}；新行业加到 content/industries.yaml。`);
}

/** Prompts on a terminal; elsewhere the missing option is reported. */
async function answer(option: string, question: string, signal: AbortSignal): Promise<string> {
  if (!canAsk()) throw new UsageError(`缺少 --${option}。`);
  return ask(question, signal);
}
