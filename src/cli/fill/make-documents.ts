import { toHtml } from 'hast-util-to-html';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileStem } from '../../export/file-name.ts';
import { exported } from '../../export/formats.ts';
import { type Manuscript, manuscriptOf } from '../../export/manuscript.ts';
import { runningTitle } from '../../document/running-title.ts';
import type { PlanDocument } from '../../document/schema.ts';
import type { Draft } from '../../fill/draft.ts';
import { type FilledPlan, fillPlan } from '../../fill/fill-plan.ts';
import type { Layout } from '../../html/layout.ts';
import { withArticle } from '../../html/print-article.ts';
import type { Plan } from '../../model/plan.ts';
import type { PrintTemplate } from '../../model/template/print-template.ts';
import { type ChosenOptions, documentWithOptions, withOptions } from '../../model/template/template-options.ts';
import type { FileFormat } from '../../model/shelf/routes.ts';
import type { PressResult, PrintJob } from '../../press/press-job.ts';
import { press } from '../../press/press.ts';
import { prove } from '../../proof/prove.ts';
import { writeAtomically } from '../../press/write-atomically.ts';
import { stampOf } from '../../export/published-manuscript.ts';
import type { PrintSource } from '../../press/site/print-source.ts';
import { type PrintText, withFonts } from './print-text.ts';
import { type FolderRecord, inputHash } from './record.ts';

export type FillFormat = FileFormat | 'pdf';

/** What is the same for all documents of a run. */
export interface FillContext {
  readonly plan: Plan;
  /** Name of the shelf. */
  readonly publisher: string;
  /** Of the PDFs. */
  readonly template: PrintTemplate;
  /** What is chosen of its options. */
  readonly chosen: ChosenOptions;
  /** How that template sets a document. */
  readonly layout: Layout;
  /** The plan's print document in that template. */
  readonly source: PrintSource;
  /** What every file is made from. */
  readonly document: PlanDocument;
  readonly printText: PrintText;
  readonly formats: readonly FillFormat[];
  /** Behind the names of PDFs, so that those in two templates stand side by side. */
  readonly pdfSuffix: string;
  /** Folder of the built site. */
  readonly site: string;
  /** Hash of what the site was made of. */
  readonly fingerprint: string;
  readonly cacheFolder: string;
  /** Folder that the files are put into. */
  readonly out: string;
  readonly record: FolderRecord;
  readonly signal: AbortSignal;
}

/** A document to make. */
export interface FillJob {
  readonly draft: Draft;
  /** File name without ending; from title and unit where nothing is said. */
  readonly name: (filled: Manuscript) => string;
}

/** What became of a document: its files, and why some were not made. */
export interface FillResult {
  readonly stem: string;
  readonly made: readonly string[];
  /** Files that were as they should be. */
  readonly kept: readonly string[];
  readonly failures: readonly string[];
  readonly filled: FilledPlan;
}

interface Sheet {
  readonly job: FillJob;
  readonly manuscript: Manuscript;
  readonly stem: string;
  readonly made: string[];
  readonly kept: string[];
  readonly failures: string[];
}

/** Makes the files of some documents: PDFs together, in one browser. */
export async function makeDocuments(context: FillContext, jobs: readonly FillJob[]): Promise<FillResult[]> {
  await mkdir(context.out, { recursive: true });
  const sheets = jobs.map((job) => sheetOf(context, job));
  for (const sheet of sheets) await writeFiles(context, sheet);
  if (context.formats.includes('pdf')) await printSheets(context, sheets);
  await context.record.save();
  return sheets.map(({ stem, made, kept, failures, manuscript: { filled } }) => ({
    stem,
    made,
    kept,
    failures,
    filled,
  }));
}

function sheetOf({ plan, document, publisher }: FillContext, job: FillJob): Sheet {
  const filled = fillPlan(document, plan, job.draft);
  const manuscript = manuscriptOf(filled, job.draft, publisher, stampOf(job.draft.updated));
  return { job, manuscript, stem: job.name(manuscript), made: [], kept: [], failures: [] };
}

/** Whether a file has to be made; notes it where it has not. */
async function inputIfDue(
  { record, fingerprint, template, chosen, printText }: FillContext,
  sheet: Sheet,
  name: string,
): Promise<string | undefined> {
  const { draft } = sheet.job;
  const epoch = process.env['SOURCE_DATE_EPOCH'] ?? '';
  const pdfOnly = name.endsWith('.pdf') ? [template.name, chosen, printText.stylesheet ?? ''] : [];
  const input = inputHash([fingerprint, name, draft, epoch, ...pdfOnly]);
  if (!(await record.isCurrent(name, input))) return input;
  sheet.kept.push(name);
  return undefined;
}

async function writeFiles(context: FillContext, sheet: Sheet): Promise<void> {
  for (const format of context.formats) {
    if (format === 'pdf') continue;
    context.signal.throwIfAborted();
    const name = `${sheet.stem}.${format}`;
    const input = await inputIfDue(context, sheet, name);
    if (input === undefined) continue;
    const { content } = await exported(sheet.manuscript, format);
    await writeAtomically(join(context.out, name), content, context.signal);
    await context.record.put(name, input);
    sheet.made.push(name);
  }
}

async function printSheets(context: FillContext, sheets: readonly Sheet[]): Promise<void> {
  const due: { readonly sheet: Sheet; readonly name: string; readonly input: string; readonly job: PrintJob }[] = [];
  for (const sheet of sheets) {
    const name = `${sheet.stem}${context.pdfSuffix}.pdf`;
    const input = await inputIfDue(context, sheet, name);
    if (input !== undefined) due.push({ sheet, name, input, job: printJob(context, sheet, join(context.out, name)) });
  }
  const { site, cacheFolder, signal } = context;
  const results = await press(
    due.map(({ job }) => job),
    {
      root: site,
      base: '/',
      cacheFolder: join(cacheFolder, 'press'),
      keep: false,
      signal,
      prove: (pdf, job, fitted) => prove(pdf, job.html, job.template, fitted),
    },
  );
  signal.throwIfAborted();
  const byPath = new Map(results.map((result) => [result.out, result]));
  for (const { sheet, name, input, job } of due) {
    const result = byPath.get(job.out);
    if (result?.outcome === 'made') {
      await context.record.put(name, input);
      sheet.made.push(name);
    } else sheet.failures.push(`${name}：${reasonOf(result)}`);
  }
}

function reasonOf(result: PressResult | undefined): string {
  return result?.outcome === 'failed' ? result.failures.map(({ message }) => message).join('；') : '没有做成';
}

function printJob(context: FillContext, { manuscript }: Sheet, out: string): PrintJob {
  const { plan, template, chosen, layout, source, printText } = context;
  const filled = manuscript.filled.document;
  const document = printText.printable(withArticle(source.document, layout(filled), runningTitle(filled)));
  const { stylesheet } = printText;
  const html = toHtml(stylesheet === undefined ? document : withFonts(document, stylesheet));
  const optioned = withOptions(template, chosen);
  return {
    slug: plan.slug,
    // A writer's words may take more pages than the plan itself, but where it is made to fit, and number what they like.
    template: template.fit === undefined ? { ...optioned, pages: { min: 1, max: 1000 }, layout: undefined } : optioned,
    html: documentWithOptions(html, template, chosen),
    sourceUrl: `/print/${encodeURIComponent(plan.slug)}/${template.name}/`,
    out,
  };
}

/** Names files by title and unit; a second document of the same name carries `mark` behind it. */
export function distinctNames(): (mark: string) => FillJob['name'] {
  const taken = new Set<string>();
  return (mark) => (manuscript) => {
    const stem = fileStem(manuscript);
    // Names that differ in case alone are one on Windows and macOS.
    const name = taken.has(stem.toLowerCase()) ? `${stem}（${mark}）` : stem;
    taken.add(name.toLowerCase());
    return name;
  };
}
