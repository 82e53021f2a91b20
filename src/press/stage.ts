/** Warm pages: each has fonts and Paged.js loaded once and takes one print document after the other. */
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { atMost } from './at-most.ts';
import type { PressBrowser } from './browser.ts';
import { capturePages } from './capture.ts';
import { carrySite } from './remote-browser.ts';
import { trace } from './trace.ts';
import { unlessAborted } from './unless-aborted.ts';

/** One print document to set. */
export interface StageJob {
  /** Whole print document. */
  readonly html: string;
  /** Its address on the server, for relative addresses in it. */
  readonly address: string;
  /** How many pages, from the first, to take pictures of; none where nothing is said. */
  readonly pictures?: number;
}

/** A PDF as the browser wrote it. */
export interface PrintedDocument {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** PNG of the pages that were asked for. */
  readonly shots: readonly Uint8Array[];
  /** HTML of the article as it was made to fit; undefined where it was not. */
  readonly fitted?: string | undefined;
}

/** Raised when a document cannot be set; the same document would fail again. */
export class PaginationError extends Error {
  override readonly name = 'PaginationError';
}

/** Raised when page or browser went away in the middle of a job; another page may succeed. */
export class PageLostError extends Error {
  override readonly name = 'PageLostError';
}

/** One warm page and the right to use it for one job at a time. */
export interface Seat {
  /**
   * Sets and prints a document. A page that is lost is replaced and the job tried again.
   * @throws {PaginationError} if the document cannot be set whole, or takes too long
   * @throws {PageLostError} if three pages in a row were lost
   */
  print(job: StageJob): Promise<PrintedDocument>;
}

export interface StageOptions {
  /** Starts a browser; called again when it was lost. */
  readonly open: () => Promise<PressBrowser>;
  /** Address of any print document of the site, without fragment. */
  readonly address: string;
  /** Called with the browser context of each page before anything is loaded into it. */
  readonly prepare?: (context: BrowserContext) => Promise<void>;
  /** Longest time for one document in milliseconds. */
  readonly timeoutMillis?: number;
  /** How many documents one page sets before another takes its place. */
  readonly documentsOfPage?: number;
}

export interface Stage {
  readonly seat: () => Seat;
  /** Closes pages and browser; jobs that run are lost. */
  close(): Promise<void>;
}

const defaultTimeout = 180_000;
const closeMillis = 10_000;

/** A renderer grows with each document, by half of its size over four hundred; a new page costs the time of three. */
const usualDocumentsOfPage = 100;

/** How many pages may be lost over one document; one that brings down every page is a fault of its own. */
const pagesForOneJob = 3;

/** How long a page may take to answer whether it is still there, in milliseconds. */
const answerMillis = 2000;

/** What went wrong in a page beside the job's own answer. */
interface Watch {
  readonly complaints: string[];
  /** Aborted when the page is gone, or shows another document than the one that it was opened with. */
  readonly lost: AbortSignal;
}

interface WarmPage {
  readonly page: Page;
  readonly session: CDPSession;
  readonly watch: Watch;
  /** How many documents it has been given. */
  documents: number;
}

function watchPage(page: Page): Watch {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`读取失败：${request.url()}`));
  page.on('response', (response) => {
    const missing = response.status() >= 400 && !response.url().endsWith('/favicon.ico');
    if (missing) complaints.push(`读取失败（${response.status()}）：${response.url()}`);
  });
  const gone = new AbortController();
  const lose = (message: string) => () => {
    gone.abort(new PageLostError(message));
  };
  page.on('crash', lose('浏览器页面崩溃')).on('close', lose('浏览器页面意外关闭'));
  let documents = 0;
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) documents += 1;
    // The first is the one that the page is opened with.
    if (documents > 1) lose('浏览器页面中途重新载入')();
  });
  return { complaints, lost: gone.signal };
}

/** Opens a page in a context of its own: separate contexts get separate renderer processes, so that two documents are set at the same time. */
async function openBlank({ browser }: PressBrowser): Promise<Page> {
  let context: BrowserContext | undefined;
  try {
    context = await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'block' });
    return await context.newPage();
  } catch (error) {
    if (context !== undefined) await atMost(closeMillis, context.close());
    // No document has had a part in it.
    throw new PageLostError(`浏览器没有打开页面：${reason(error)}`, { cause: error });
  }
}

async function openPage(opened: PressBrowser, { address, prepare }: StageOptions): Promise<WarmPage> {
  const page = await openBlank(opened);
  const watch = watchPage(page);
  const stands = async (): Promise<WarmPage> => {
    const context = page.context();
    if (opened.choice.kind === 'remote') await carrySite(context, new URL(address).origin);
    await prepare?.(context);
    const session = await context.newCDPSession(page);
    // Whoever waits for the page has a time limit of its own.
    await page.goto(`${address}#stage`, { timeout: 0 });
    const isReady = await page.evaluate(() => window.planshelf?.ready.then(() => true));
    if (isReady !== true) throw new PaginationError(`${address} 没有载入分页脚本（print-document）`);
    return { page, session, watch, documents: 0 };
  };
  try {
    return await unlessAborted(watch.lost, stands());
  } catch (error) {
    const loss = await lossOf({ page, watch }, error);
    await closePage({ page });
    throw loss ?? error;
  }
}

/** A page that is gone already cannot be closed, and one that hangs is left behind. */
async function closePage({ page }: Pick<WarmPage, 'page'>): Promise<void> {
  await atMost(closeMillis, page.context().close());
}

/** Opens a page; a browser that goes away meanwhile may never say that it will not. */
async function openPageOrLose(opened: PressBrowser, options: StageOptions): Promise<WarmPage> {
  const gone = new AbortController();
  const lose = (): void => {
    gone.abort(new PageLostError('浏览器意外关闭'));
  };
  opened.browser.once('disconnected', lose);
  if (!opened.browser.isConnected()) lose();
  try {
    return await unlessAborted(gone.signal, openPage(opened, options));
  } finally {
    opened.browser.off('disconnected', lose);
  }
}

/**
 * Whether a page was lost when something failed in it, by the state of the page and not by what the error says: every layer
 * between here and the renderer words it in its own way.
 * @returns undefined where the page is as it was, so that the failure is the document's
 */
async function lossOf(
  { page, watch }: Pick<WarmPage, 'page' | 'watch'>,
  error: unknown,
): Promise<PageLostError | undefined> {
  if (error instanceof PageLostError) return error;
  // The error may reach us before the news that the page is gone; who only was too slow is not asked again.
  const isThere = watch.lost.aborted || error instanceof PaginationError || (await answers({ page, watch }));
  if (watch.lost.aborted) return watch.lost.reason as PageLostError;
  return isThere ? undefined : new PageLostError('浏览器页面没有回应', { cause: error });
}

/** Whether a page still does what it is told. */
async function answers({ page, watch }: Pick<WarmPage, 'page' | 'watch'>): Promise<boolean> {
  const { passed, cancel } = deadline(answerMillis);
  try {
    return await Promise.race([
      unlessAborted(
        watch.lost,
        page.evaluate(() => true),
      ),
      passed,
    ]);
  } catch {
    return false; // whatever the reason, this page is of no more use
  } finally {
    cancel();
  }
}

async function runJob({ page, session, watch }: WarmPage, job: StageJob): Promise<PrintedDocument> {
  watch.complaints.length = 0;
  const pagination = await page.evaluate(([html, address]) => window.planshelf?.paginate(html, address), [
    job.html,
    job.address,
  ] as const);
  // Of the document that the page was opened with this cannot be.
  if (pagination === undefined) throw new PageLostError('浏览器页面中途重新载入');
  // Chromium counts where links lead from the top of the window, wherever the last document has left it.
  await page.evaluate(() => {
    window.scrollTo({ top: 0, left: 0, behavior: 'instant' });
  });
  const pdf = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
  const wanted = job.pictures ?? 0;
  const shots = wanted > 0 ? await capturePages(page, session, wanted) : [];
  const [complaint] = watch.complaints;
  if (complaint !== undefined) throw new PaginationError(complaint);
  return { pdf, pages: pagination.pages, shots, fitted: pagination.fitted };
}

function deadline(millis: number): { readonly passed: Promise<never>; readonly cancel: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new PaginationError(`超过 ${Math.round(millis / 1000)} 秒没有完成`));
    }, millis);
  });
  return {
    passed,
    cancel: () => {
      clearTimeout(timer);
    },
  };
}

function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').replace(/^page\.\w+: (?:Error: )?/, '');
}

/** A place for one warm page, which is opened when it is first needed and replaced when it is lost. */
class WarmSeat implements Seat {
  #warm: WarmPage | undefined;
  readonly #open: () => Promise<WarmPage>;
  readonly #timeout: number;
  readonly #most: number;

  constructor(open: () => Promise<WarmPage>, timeout: number, most: number) {
    this.#open = open;
    this.#timeout = timeout;
    this.#most = most;
  }

  async print(job: StageJob): Promise<PrintedDocument> {
    for (let lost = 1; ; lost += 1) {
      try {
        return await this.#attempt(job);
      } catch (error) {
        if (!(error instanceof PageLostError) || lost === pagesForOneJob) throw error;
        trace('browser', () => `换一个页面重做 ${job.address}：${error.message}`);
      }
    }
  }

  async #attempt(job: StageJob): Promise<PrintedDocument> {
    const { passed, cancel } = deadline(this.#timeout);
    let warm: WarmPage | undefined;
    try {
      if (this.#warm?.documents === this.#most) await Promise.race([this.#discard(), passed]);
      warm = this.#warm ??= await this.#openBefore(passed);
      warm.documents += 1;
      return await Promise.race([unlessAborted(warm.watch.lost, runJob(warm, job)), passed]);
    } catch (error) {
      const loss = warm === undefined ? undefined : await lossOf(warm, error);
      // What a failed job left behind must not reach the next document.
      await this.#discard();
      if (loss !== undefined) throw loss;
      if (error instanceof PageLostError || error instanceof PaginationError) throw error;
      throw new PaginationError(reason(error), { cause: error });
    } finally {
      cancel();
    }
  }

  /** A page that stands too late is closed. */
  async #openBefore(passed: Promise<never>): Promise<WarmPage> {
    const opening = this.#open();
    try {
      return await Promise.race([opening, passed]);
    } catch (error) {
      void opening.then(closePage, () => undefined);
      throw error;
    }
  }

  async #discard(): Promise<void> {
    const warm = this.#warm;
    this.#warm = undefined;
    if (warm !== undefined) await closePage(warm);
  }
}

/** Opens nothing yet: browser and pages come with the first job. */
export function createStage(options: StageOptions): Stage {
  const { open, timeoutMillis = defaultTimeout, documentsOfPage = usualDocumentsOfPage } = options;
  let running: Promise<PressBrowser> | undefined;
  /** The browser in which the last page was lost while it was opened. */
  let doubtful: PressBrowser | undefined;
  let closed = false;

  const browser = async (): Promise<PressBrowser> => {
    if (closed) throw new PageLostError('浏览器已关闭');
    const starting = (running ??= open());
    try {
      return await starting;
    } catch (error) {
      if (running === starting) running = undefined;
      throw new PageLostError(`浏览器没有启动：${reason(error)}`, { cause: error });
    }
  };

  const openWarm = async (): Promise<WarmPage> => {
    const starting = browser();
    const used = running;
    const opened = await starting;
    try {
      const warm = await openPageOrLose(opened, options);
      doubtful = undefined;
      return warm;
    } catch (error) {
      if (!(error instanceof PageLostError)) throw error;
      // A browser that has gone, or opens no page, is of no use to anybody; the first seat that sees it replaces it.
      const useless = doubtful === opened || !opened.browser.isConnected();
      doubtful = opened;
      if (!useless) throw error;
      if (running === used) running = undefined;
      await opened.close();
      return await openPageOrLose(await browser(), options);
    }
  };

  return {
    seat: () => new WarmSeat(openWarm, timeoutMillis, documentsOfPage),
    close: async () => {
      closed = true;
      // A browser that never started needs no closing; whoever waited for it has heard why.
      const opened = await running?.catch(() => undefined);
      await opened?.close();
    },
  };
}
