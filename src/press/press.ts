/** Print documents in, proven PDFs out: cache, page pool, stamp, proof, publish. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { picturesOfPage } from '../model/template/page-picture.ts';
import { systemErrorMessage } from '../model/system-error.ts';
import { browserChoices, BrowserMissingError } from './browser/browser-choice.ts';
import { withoutRefused } from './browser/browser-refusals.ts';
import { type CachedPdf, noPdfCache, openPdfCache, type PdfCache } from './cache/cache.ts';
import { createKeyMaker, type KeyMaker, keyOf, type KeyParts } from './cache/cache-key.ts';
import { findDiskError } from './site/disk-errors.ts';
import { type InputRecord, openInputRecord } from './cache/input-record.ts';
import type { PressFailure, PressOptions, PressResult, PrintJob } from './press-job.ts';
import { browserFolder, openPrinter, type Printer } from './printer.ts';
import { normalizeBase } from './serve.ts';
import { encodePictures } from './pictures.ts';
import { RemoteBrowserError } from './browser/remote-browser.ts';
import { PageLostError, PaginationError, type PrintedDocument } from './browser/warm-page.ts';
import { stampedPdf } from './stamp.ts';
import { stampDate, StampError } from './stamp.ts';
import { trace } from './trace.ts';
import { removeLeftovers, writeAtomically } from './write-atomically.ts';

interface Run {
  readonly options: PressOptions;
  readonly base: string;
  readonly cache: PdfCache;
  readonly keys: KeyMaker;
  readonly inputs: InputRecord;
  readonly report: (job: PrintJob, result: PressResult) => void;
}

/** A job, the date that goes into its PDF, and the cache key of all that the PDF depends on. */
interface KeyedJob {
  readonly job: PrintJob;
  readonly date: Date;
  readonly key: string;
  readonly parts: KeyParts;
}

function resultOf({ slug, template, out }: PrintJob, started: number) {
  return { slug, template: template.name, out, millis: Math.round(performance.now() - started) };
}

function isBrowserError(error: unknown): boolean {
  return [PageLostError, BrowserMissingError, RemoteBrowserError].some((kind) => error instanceof kind);
}

function checkOf(error: unknown): string {
  if (isBrowserError(error)) return 'browser';
  if (error instanceof PaginationError) return 'pagination';
  return error instanceof StampError ? 'stamp' : 'write';
}

/** The failure that an error makes of a job. A browser does not report a full disk, so the disk is probed. */
function failureOf(error: unknown, { out }: PrintJob): PressFailure {
  const message = error instanceof Error ? error.message : String(error);
  const said = systemErrorMessage(error);
  if (said !== undefined) return { check: 'write', message: said };
  const inBrowser = isBrowserError(error) || error instanceof PaginationError;
  const disk = inBrowser ? findDiskError([dirname(out), tmpdir()]) : undefined;
  return disk === undefined ? { check: checkOf(error), message } : { check: 'write', message: `${disk}（${message}）` };
}

/** Runs one step of a job; an error becomes the job's result, an abort is thrown on. */
async function runStep<T>(run: Run, job: PrintJob, started: number, step: () => Promise<T>): Promise<T | undefined> {
  try {
    return await step();
  } catch (error) {
    run.options.signal?.throwIfAborted();
    run.report(job, { ...resultOf(job, started), outcome: 'failed', failures: [failureOf(error, job)] });
    return undefined;
  }
}

async function keyAll(run: Run, jobs: readonly PrintJob[], browserIdentity: string): Promise<readonly KeyedJob[]> {
  const keyed = await Promise.all(
    jobs.map((job) =>
      runStep(run, job, performance.now(), async () => {
        const date = stampDate(job.html);
        const sizes = picturesOfPage(1);
        const template = { ...job.template, sizes, runningText: job.template.runningText.toString() };
        const parts = await run.keys.parts({ ...job, browserIdentity, date, template });
        return { job, date, parts, key: keyOf(parts) };
      }),
    ),
  );
  return keyed.filter((job) => job !== undefined);
}

async function place(
  { options: { signal } }: Run,
  { out, picturesOut }: PrintJob,
  { pdf, pictures }: Pick<CachedPdf, 'pdf' | 'pictures'>,
): Promise<void> {
  signal?.throwIfAborted();
  await mkdir(dirname(out), { recursive: true });
  await writeAtomically(out, pdf, signal);
  if (picturesOut === undefined || pictures === undefined) return;
  await mkdir(picturesOut, { recursive: true });
  await Promise.all([...pictures].map(([name, content]) => writeAtomically(join(picturesOut, name), content, signal)));
}

/** How many pages of a job's document, from the first, are to be shown in pictures. */
function picturesWanted({ template, picturesOut }: PrintJob): number {
  if (picturesOut === undefined || template.pictures === 'none') return 0;
  return template.pictures === 'first' ? 1 : Infinity;
}

/** Puts the cached PDFs into place and answers what is left to make. */
async function reuse(run: Run, jobs: readonly KeyedJob[]): Promise<readonly KeyedJob[]> {
  if (run.options.force === true) {
    trace(() => `全部 ${jobs.length} 份重新生成：用了 --force`);
    return jobs;
  }
  const left: KeyedJob[] = [];
  for (const keyed of jobs) {
    const { job, key, parts } = keyed;
    const name = basename(job.out);
    const started = performance.now();
    await runStep(run, job, started, async () => {
      const cached = await run.cache.get(key);
      if (cached === undefined || (cached.pictures === undefined && picturesWanted(job) > 0)) {
        left.push(keyed);
        trace(() => `要生成 ${name}：${cached === undefined ? run.inputs.why(name, parts) : '缓存里没有页面图片'}`);
        return;
      }
      await place(run, job, cached);
      run.inputs.note(name, parts);
      trace(() => `复用 ${name}：缓存 ${key.slice(0, 12)}`);
      run.report(job, { ...resultOf(job, started), outcome: 'reused', record: cached.record });
    });
  }
  return left;
}

/** What is done with a printed PDF; needs no browser. */
async function finish(
  run: Run,
  { job, date, key, parts }: KeyedJob,
  printed: PrintedDocument,
  browser: string,
  started: number,
): Promise<void> {
  const pdf = stampedPdf(printed, job.template, date);
  const proof = await run.options.prove(pdf, job, printed.fitted);
  if (!proof.ok) {
    run.report(job, { ...resultOf(job, started), outcome: 'failed', failures: proof.failures });
    return;
  }
  run.options.signal?.throwIfAborted();
  const { pages, fonts, charactersCompared, rowsCompared, fit } = proof;
  const pictures = printed.shots.length === 0 ? undefined : await encodePictures(job.template, printed.shots);
  const kept = fit && { fit: { ...fit, details: [...fit.details] } };
  const found = { pages, fonts: [...fonts], charactersCompared, rowsCompared, ...kept, browser };
  const record = await run.cache.put(key, pdf, found, pictures);
  await place(run, job, { pdf, pictures });
  run.inputs.note(basename(job.out), parts);
  trace(() => `生成 ${basename(job.out)}：${pages} 页，${pdf.length} 字节，${browser}，缓存 ${key.slice(0, 12)}`);
  run.report(job, { ...resultOf(job, started), outcome: 'made', record });
}

/** Takes jobs from the queue until it is empty. A PDF is stamped and proven while its page sets the next document. */
async function printQueue(run: Run, queue: KeyedJob[], printer: Printer): Promise<void> {
  const page = printer.page();
  let proving: Promise<void> = Promise.resolve();
  try {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const keyed = next;
      const { html, sourceUrl } = keyed.job;
      const started = performance.now();
      run.options.signal?.throwIfAborted();
      const printed = await runStep(run, keyed.job, started, () =>
        page.print({ html, address: printer.origin + sourceUrl, pictures: picturesWanted(keyed.job) }),
      );
      // One PDF per page may wait for its proof; more would only fill the memory.
      await proving;
      if (printed === undefined) continue;
      proving = runStep(run, keyed.job, started, () => finish(run, keyed, printed, printer.browserName, started));
      proving.catch(() => undefined); // rejects at the next `await proving`
    }
  } finally {
    // A stopped run leaves no work running.
    await proving;
  }
}

async function makeAll(run: Run, jobs: readonly KeyedJob[], printer: Printer): Promise<void> {
  // The longest first: otherwise one page works on it alone at the end.
  const queue = jobs.toSorted((a, b) => b.job.html.length - a.job.html.length);
  const pages = Math.min(run.options.concurrency ?? printer.concurrency, queue.length);
  // Wait for all pages before closing the browser.
  const ends = await Promise.allSettled(Array.from({ length: pages }, () => printQueue(run, queue, printer)));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

async function makeMissing(
  run: Run,
  keyed: readonly KeyedJob[],
  choices: Parameters<typeof openPrinter>[0]['choices'],
) {
  const [first] = keyed;
  if (first === undefined) return;
  const { root, cacheFolder, signal, timeoutMillis } = run.options;
  const printer = await openPrinter({
    root,
    base: run.base,
    cacheFolder,
    choices,
    pagePath: first.job.sourceUrl,
    ...(timeoutMillis === undefined ? {} : { timeoutMillis }),
  });
  const stop = () => void printer.close();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    signal?.throwIfAborted();
    const sameBrowser = printer.choice.identity === choices[0]?.identity;
    const jobs = keyed.map(({ job }) => job);
    const left = sameBrowser ? keyed : await reuse(run, await keyAll(run, jobs, printer.choice.identity));
    await makeAll(run, left, printer);
  } finally {
    signal?.removeEventListener('abort', stop);
    await printer.close();
  }
}

function assertDistinct(jobs: readonly PrintJob[]): void {
  const twice = jobs.find(({ out }, index) => jobs.findIndex((job) => job.out === out) !== index);
  if (twice !== undefined) throw new Error(`两个任务写同一个文件：${twice.out}`);
}

async function pressAll(run: Run, jobs: readonly PrintJob[]): Promise<void> {
  const { signal, force, cacheFolder } = run.options;
  signal?.throwIfAborted();
  for (const folder of new Set(jobs.map(({ out }) => dirname(out))))
    if (existsSync(folder)) await removeLeftovers(folder);
  const all = await browserChoices(process.env, run.options.systemFonts);
  const choices = force === true ? all : await withoutRefused(all, browserFolder(cacheFolder));
  const keyed = await keyAll(run, jobs, choices[0]?.identity ?? '');
  await makeMissing(run, await reuse(run, keyed), choices);
}

/**
 * Makes the PDFs of all jobs. A job that fails is reported in its result; the others go on. If every PDF is in the cache,
 * neither browser nor server is started. When aborted it stops where it is: what is in place stays, nothing half-written is
 * left beside it, and no browser is left running.
 * @returns one result for each job, in the order of the jobs; after an abort only those of the jobs that had come to an end
 * @throws {BrowserMissingError} if something must be made and no browser can be started
 * @throws {RemoteBrowserError} if a remote browser is asked for and does not answer
 */
export async function press(jobs: readonly PrintJob[], options: PressOptions): Promise<readonly PressResult[]> {
  assertDistinct(jobs);
  const results = new Map<PrintJob, PressResult>();
  const base = normalizeBase(options.base);
  const run: Run = {
    options,
    base,
    cache: options.keep === false ? noPdfCache() : openPdfCache(join(options.cacheFolder, 'pdf')),
    keys: createKeyMaker(options.root, base),
    inputs: await openInputRecord(join(options.cacheFolder, 'inputs.json')),
    report: (job, result) => {
      results.set(job, result);
      options.onResult?.(result);
    },
  };
  try {
    if (jobs.length > 0) await pressAll(run, jobs);
  } catch (error) {
    if (options.signal?.aborted !== true) throw error;
  } finally {
    await run.cache.finish();
    if (options.keep !== false && jobs.length > 0) await run.inputs.save();
  }
  return jobs.map((job) => results.get(job)).filter((result) => result !== undefined);
}
