import { toHtml } from 'hast-util-to-html';
import type { Root } from 'hast';
import { mkdir } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import {
  type BookletCover,
  type BookletItem,
  booklet as bind,
  bookletProblems,
  boundInto,
} from '../components/booklet/booklet.ts';
import { sheetsOf } from '../components/booklet/booklet-sheets.ts';
import { bookletStrings } from '../components/booklet/booklet-strings.zh.ts';
import { dayInWords } from '../components/plan/plan-facts.ts';
import { shownTitle } from '../document/running-title.ts';
import { safeFileName } from '../export/file-name.ts';
import type { Draft } from '../fill/draft.ts';
import { fillPlan } from '../fill/fill-plan.ts';
import { titleOf } from '../html/print-article.ts';
import { parseDate } from '../model/time/offset.ts';
import type { Plan } from '../model/plan.ts';
import { fileFormats } from '../model/shelf/routes.ts';
import {
  type ChosenOptions,
  documentWithOptions,
  notesOf,
  optionsSuffix,
  withOptions,
} from '../model/template/template-options.ts';
import type { PrintTemplate } from '../model/template/print-template.ts';
import { bookletJob, readBookletShell } from '../press/site/booklet-of-shelf.ts';
import type { PrintJob } from '../press/press-job.ts';
import { press } from '../press/press.ts';
import { withLocalFonts } from '../press/local-fonts.ts';
import { terminalProgress } from '../press/progress.ts';
import { prove } from '../proof/prove.ts';
import { readLayout } from '../press/site/print-site.ts';
import { type PrintSource, publishedDocument, readPrintSource } from '../press/site/print-source.ts';
import { readPlans } from '../check/read-plan.ts';
import { draftsForPapers } from './booklet/booklet-drafts.ts';
import { type NamedPaper, bookletTemplates, papersNamed } from './booklet/booklet-papers.ts';
import { buildPrintSite, cacheFolderOf } from './build-site.ts';
import { fontsUsed } from './fonts-used.ts';
import { chosenOptions } from './chosen-options.ts';
import { type Command, type CommandContext, UsageError, readArguments } from './command.ts';
import { conflictWords, textsOf } from './fill.ts';
import { printTextFor, withFonts } from './fill/print-text.ts';
import { reportTemplateProblems } from './report-templates.ts';

const usage = `用法：npm run plan -- booklet <slug[:版式]…> [--template 版式] [--option 选项=值 …] [--values 文件.yaml …] [--title 标题] [--unit 单位] [--date 日期] [--mark 内部资料] [--duplex] [--local-fonts] [--out 文件或文件夹]`;

const optionTypes = {
  template: 'string',
  option: 'strings',
  values: 'strings',
  title: 'string',
  unit: 'string',
  date: 'string',
  mark: 'string',
  duplex: 'boolean',
  out: 'string',
  force: 'boolean',
  'local-fonts': 'boolean',
} as const;
type Options = ReturnType<typeof readArguments<typeof optionTypes>>['options'];

/** Longest time to set a booklet, in milliseconds: a thousand pages take minutes on a busy machine. */
const baseTimeoutMillis = 180_000;
const paperTimeoutMillis = 3000;

/** A paper, and what a writer has put into it. */
interface Paper extends NamedPaper {
  readonly draft: Draft | undefined;
}

/** `plan -- booklet <slug…>`: some plans, filled or not, bound for a meeting in the order in which they are named. */
export const booklet: Command = async (context) => {
  const { root, signal, print } = context;
  const { options, names } = readArguments(context.args, optionTypes);
  const plans = await readPlans(root);
  if (await reportTemplateProblems(root, print)) return 1;
  const templates = await bookletTemplates(root);
  const named = papersNamed(names, options.template, plans, templates);
  const cover = coverOf(options);
  const problems = bookletProblems(named.length, cover);
  if (problems.length > 0) throw new UsageError([...problems, usage].join('\n'));
  const drafts = await draftsForPapers(
    named.map(({ plan }) => plan),
    options.values ?? [],
    context,
  );
  const papers = named.map((paper, index): Paper => ({ ...paper, draft: drafts[index] }));
  const chosen = chosenOptions(templates.booklet, options.option ?? []);
  const out = placeOf(options.out, cover, optionsSuffix(templates.booklet.options ?? [], chosen), root);

  const site = await buildPrintSite(root, signal);
  signal.throwIfAborted();
  const order = { site, out, duplex: options.duplex ?? false, template: templates.booklet, chosen, context };
  return pressBooklet(await jobFor(papers, cover, order), papers.length, options, order);
};

async function pressBooklet(
  job: PrintJob,
  papers: number,
  { force = false, 'local-fonts': localFonts = false }: Options,
  { site, out, template, chosen, context: { root, signal, print } }: BookletOrder,
): Promise<number> {
  await mkdir(dirname(out), { recursive: true });
  const progress = terminalProgress(process.stdout)(1);
  const set = localFonts ? { ...job, html: withLocalFonts(job.html) } : job;
  const results = await press([set], {
    root: site,
    base: '/',
    cacheFolder: join(cacheFolderOf(root), 'press'),
    force,
    keep: !localFonts,
    systemFonts: localFonts,
    timeoutMillis: baseTimeoutMillis + papers * paperTimeoutMillis,
    signal,
    prove: (pdf, { html, template }, fitted) => prove(pdf, html, template, fitted),
    onResult: progress.result,
  }).finally(progress.end);
  signal.throwIfAborted();
  const done = results.some(({ outcome }) => outcome !== 'failed');
  print(done ? `写好了 ${out}` : `没有做成 ${out}；原因见上，没有留下文件。`);
  if (done && localFonts) print(await fontsUsed(results));
  if (done) for (const note of notesOf(template.options ?? [], chosen)) print(note);
  return done ? 0 : 1;
}

function coverOf({ title = '', unit = '', date = '', mark = '' }: Options): BookletCover {
  return { title, unit, date: parseDate(date.trim()) === undefined ? date : dayInWords(date.trim()), mark };
}

/** A file that ends in `.pdf`, or a folder; the file is then named by its title. */
function placeOf(out: string | undefined, { title }: BookletCover, suffix: string, root: string): string {
  const place = resolve(root, out ?? 'filled');
  const ending = extname(place).toLowerCase();
  if (ending === '.pdf') return place;
  if (fileFormats.some((format) => ending === `.${format}`))
    throw new UsageError(
      `会议材料只能生成 PDF，不能写成 ${out ?? ''}。没有生成任何文件；请让 --out 写文件夹或以 .pdf 结尾。`,
    );
  return join(place, `${safeFileName(title) || bookletStrings.title}${suffix}.pdf`);
}

interface BookletOrder {
  /** Folder of the built site. */
  readonly site: string;
  /** Path of the PDF. */
  readonly out: string;
  readonly duplex: boolean;
  /** Of kind `booklet`. */
  readonly template: PrintTemplate;
  /** Options of that template. */
  readonly chosen: ChosenOptions;
  readonly context: CommandContext;
}

async function jobFor(
  papers: readonly Paper[],
  cover: BookletCover,
  { site, out, duplex, template, chosen, context: { root, print } }: BookletOrder,
): Promise<PrintJob> {
  const sources = new Map<string, PrintSource>();
  for (const { plan, template } of papers) {
    const name = sourceName(plan, template);
    if (!sources.has(name)) sources.set(name, await readPrintSource(site, plan.slug, template.name));
  }
  const templatesFolder = resolve(root, 'templates');
  const items = await Promise.all(papers.map((paper) => itemOf(paper, sources, { site, templatesFolder, print })));
  const texts = [
    ...Object.values<string>({ ...cover }),
    ...papers.flatMap(({ draft }) => (draft === undefined ? [] : textsOf(draft))),
  ];
  const published: Root = { type: 'root', children: [...sources.values()].map(({ article }) => article) };
  const printText = await printTextFor(texts, published, site, cacheFolderOf(root));
  if (printText.missing.length > 0) print(`注意：印刷字体里没有这些字符，PDF 中印作〓：${printText.missing.join(' ')}`);
  const bound = bind(items, cover, { duplex });
  const used = { ...template, papers: [...new Set(papers.map((paper) => paper.template))] };
  const job = bookletJob(bound, { template: used, shell: await readBookletShell(site), base: '/', out });
  const document = printText.printable(boundInto(await readBookletShell(site), bound));
  const { stylesheet } = printText;
  const html = toHtml(stylesheet === undefined ? document : withFonts(document, stylesheet));
  return { ...job, template: withOptions(used, chosen), html: documentWithOptions(html, used, chosen) };
}

/** A plan's document in a template is read once. */
function sourceName({ slug }: Plan, { name }: PrintTemplate): string {
  return `${slug}:${name}`;
}

async function itemOf(
  { plan, draft, template }: Paper,
  sources: ReadonlyMap<string, PrintSource>,
  { site, templatesFolder, print }: ItemContext,
): Promise<BookletItem> {
  const source = sources.get(sourceName(plan, template));
  if (source === undefined) throw new Error(`the document of ${plan.slug} was not read`);
  const { updated } = plan;
  const sheets = sheetsOf(source.document);
  if (draft === undefined) return { title: titleOf(source.document), updated, article: source.article, sheets };
  const layout = await readLayout(templatesFolder, template.name);
  const { document, conflicts } = fillPlan(await publishedDocument(site, plan.slug), plan, draft);
  for (const conflict of conflicts) print(`注意：${conflictWords(conflict)}`);
  return { title: shownTitle(document), updated, article: layout(document), sheets };
}

interface ItemContext {
  /** Folder of the built site. */
  readonly site: string;
  readonly templatesFolder: string;
  readonly print: CommandContext['print'];
}
