/** Warm pages: each has fonts and Paged.js loaded once and takes one print document after the other. */
import type { CDPSession, Page } from 'playwright-core';
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
   * Sets and prints a document. A page that is lost is replaced and the job tried once more.
   * @throws {PaginationError} if the document cannot be set whole, or takes too long
   * @throws {PageLostError} if two pages in a row were lost
   */
  print(job: StageJob): Promise<PrintedDocument>;
}

export interface StageOptions {
  /** Starts a browser; called again when it was lost. */
  readonly open: () => Promise<PressBrowser>;
  /** Address of any print document of the site, without fragment. */
  readonly address: string;
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

/** What went wrong in a page beside the job's own answer. */
interface Watch {
  readonly complaints: string[];
  /** Aborted when the page is gone. */
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
  const lose = (): void => {
    gone.abort(new PageLostError('浏览器页面意外关闭'));
  };
  page.on('crash', lose).on('close', lose);
  return { complaints, lost: gone.signal };
}

async function openPage({ browser, choice }: PressBrowser, address: string): Promise<WarmPage> {
  // Separate contexts get separate renderer processes, so that two documents are set at the same time.
  const context = await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'block' });
  try {
    if (choice.kind === 'remote') await carrySite(context, new URL(address).origin);
    const page = await context.newPage();
    const watch = watchPage(page);
    const session = await context.newCDPSession(page);
    const loaded = page.goto(`${address}#stage`);
    const ready = loaded.then(() => page.evaluate(() => window.planshelf?.ready.then(() => true)));
    const stands = await unlessAborted(watch.lost, ready);
    if (stands !== true) throw new PaginationError(`${address} 没有载入分页脚本（print-document）`);
    return { page, session, watch, documents: 0 };
  } catch (error) {
    await atMost(closeMillis, context.close());
    throw error;
  }
}

/** A page that is gone already cannot be closed, and one that hangs is left behind. */
async function closePage({ page }: WarmPage): Promise<void> {
  await atMost(closeMillis, page.context().close());
}

/** Opens a page; a browser that goes away meanwhile may never say that it will not. */
async function openPageOrLose(opened: PressBrowser, address: string): Promise<WarmPage> {
  const gone = new AbortController();
  const lose = (): void => {
    gone.abort(new PageLostError('浏览器意外关闭'));
  };
  opened.browser.once('disconnected', lose);
  if (!opened.browser.isConnected()) lose();
  try {
    return await unlessAborted(gone.signal, openPage(opened, address));
  } finally {
    opened.browser.off('disconnected', lose);
  }
}

async function runJob({ page, session, watch }: WarmPage, job: StageJob): Promise<PrintedDocument> {
  watch.complaints.length = 0;
  const pagination = await page.evaluate(([html, address]) => window.planshelf?.paginate(html, address), [
    job.html,
    job.address,
  ] as const);
  // Chromium counts where links lead from the top of the window, wherever the last document has left it.
  await page.evaluate(() => {
    window.scrollTo({ top: 0, left: 0, behavior: 'instant' });
  });
  const pdf = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
  const wanted = job.pictures ?? 0;
  const shots = wanted > 0 ? await capturePages(page, session, wanted) : [];
  const [complaint] = watch.complaints;
  if (complaint !== undefined) throw new PaginationError(complaint);
  return { pdf, pages: pagination?.pages ?? 0, shots, fitted: pagination?.fitted };
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
    try {
      return await this.#attempt(job);
    } catch (error) {
      if (!(error instanceof PageLostError)) throw error;
      trace('browser', () => `换一个页面重做 ${job.address}：${error.message}`);
      return await this.#attempt(job);
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
      const lost = isLost(error) || !(error instanceof PaginationError || (await answers(warm)));
      // What a failed job left behind must not reach the next document.
      await this.#discard();
      if (error instanceof PageLostError) throw error;
      if (lost) throw new PageLostError('浏览器页面意外关闭', { cause: error });
      throw error instanceof PaginationError ? error : new PaginationError(reason(error), { cause: error });
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

/** Whether a page still does what it is told; a job's own error may reach us before the news that the page crashed. */
async function answers(warm: WarmPage | undefined): Promise<boolean> {
  if (warm === undefined) return true;
  const { passed, cancel } = deadline(2000);
  try {
    return await Promise.race([
      unlessAborted(
        warm.watch.lost,
        warm.page.evaluate(() => true),
      ),
      passed,
    ]);
  } catch {
    return false; // whatever the reason, this page is of no more use
  } finally {
    cancel();
  }
}

function isLost(error: unknown): boolean {
  return (
    error instanceof PageLostError ||
    (error instanceof Error &&
      /Target crashed|has been closed|Browser closed|browser has disconnected/i.test(error.message))
  );
}

/** Opens nothing yet: browser and pages come with the first job. */
export function createStage({
  open,
  address,
  timeoutMillis = defaultTimeout,
  documentsOfPage = usualDocumentsOfPage,
}: StageOptions): Stage {
  let running: Promise<PressBrowser> | undefined;
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
      return await openPageOrLose(opened, address);
    } catch (error) {
      if (!isLost(error)) throw error;
      // A browser that opens no page is of no use to anybody; the first seat that sees it replaces it.
      if (running === used) running = undefined;
      await opened.close();
      return await openPageOrLose(await browser(), address);
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
