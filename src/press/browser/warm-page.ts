/** A page that sets print documents, and what becomes of it meanwhile. */
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { waitAtMost } from '../wait-at-most.ts';
import type { PressBrowser } from './browser.ts';
import { capturePages } from './capture.ts';
import { routeSite } from './remote-browser.ts';
import { abortable } from '../abortable.ts';

/** One print document to set. */
export interface PageJob {
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

/** Where pages are opened. */
export interface PageOptions {
  /** Address of any print document of the site, without fragment. */
  readonly address: string;
  /** Called with the browser context of each page before anything is loaded into it. */
  readonly prepare?: (context: BrowserContext) => Promise<void>;
}

/** Raised when a document cannot be set; the same document would fail again. */
export class PaginationError extends Error {
  override readonly name = 'PaginationError';
}

/** Raised when a file of the site was not even answered for: the browser may have lost its network, or the document may ask in vain. */
export class UnansweredError extends PaginationError {}

/** Raised when page or browser went away in the middle of a job; another page may succeed. */
export class PageLostError extends Error {
  override readonly name = 'PageLostError';
}

const closeMillis = 10_000;

/** How long a page may take to answer whether it is still there, in milliseconds. */
const answerMillis = 2000;

/** What went wrong in a page beside the job's own answer. */
interface Watch {
  readonly complaints: PaginationError[];
  /** Aborted when the page is gone, or shows another document than the one that it was opened with. */
  readonly lost: AbortSignal;
}

export interface WarmPage {
  readonly page: Page;
  readonly session: CDPSession;
  readonly watch: Watch;
  /** How many documents it has been given. */
  documents: number;
}

function watchPage(page: Page, origin: string): Watch {
  const complaints: PaginationError[] = [];
  page.on('pageerror', (error) => complaints.push(new PaginationError(error.message)));
  page.on('requestfailed', (request) => {
    const message = `读取失败：${request.url()}`;
    const ours = URL.parse(request.url())?.origin === origin;
    complaints.push(ours ? new UnansweredError(message) : new PaginationError(message));
  });
  page.on('response', (response) => {
    const missing = response.status() >= 400 && !response.url().endsWith('/favicon.ico');
    if (missing) complaints.push(new PaginationError(`读取失败（${response.status()}）：${response.url()}`));
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
    if (context !== undefined) await waitAtMost(closeMillis, context.close());
    return failToOpen(error);
  }
}

/** No document has had a part in it yet. */
function failToOpen(error: unknown): never {
  throw new PageLostError(`浏览器没有打开页面：${reason(error)}`, { cause: error });
}

async function openPage(opened: PressBrowser, { address, prepare }: PageOptions): Promise<WarmPage> {
  const page = await openBlank(opened);
  const { origin } = new URL(address);
  const watch = watchPage(page, origin);
  const load = async (): Promise<WarmPage> => {
    const context = page.context();
    if (opened.choice.kind === 'remote') await routeSite(context, origin);
    await prepare?.(context);
    const session = await context.newCDPSession(page);
    // The caller sets a time limit.
    await page.goto(`${address}#stage`, { timeout: 0 }).catch(failToOpen);
    const isReady = await page.evaluate(() => window.planshelf?.ready.then(() => true));
    if (isReady !== true) throw new PaginationError(`${address} 没有载入分页脚本（print-document）`);
    return { page, session, watch, documents: 0 };
  };
  try {
    return await abortable(watch.lost, load());
  } catch (error) {
    const loss = await lossOf({ page, watch }, error);
    await closePage({ page });
    throw loss ?? error;
  }
}

/** Closes a page; one that is closed already or hangs is abandoned. */
export async function closePage({ page }: Pick<WarmPage, 'page'>): Promise<void> {
  await waitAtMost(closeMillis, page.context().close());
}

/** Opens a page; rejects if the browser disconnects meanwhile, when Playwright may never answer. */
export async function openWatchedPage(opened: PressBrowser, options: PageOptions): Promise<WarmPage> {
  const gone = new AbortController();
  const lose = (): void => {
    gone.abort(new PageLostError('浏览器意外关闭'));
  };
  opened.browser.once('disconnected', lose);
  if (!opened.browser.isConnected()) lose();
  try {
    return await abortable(gone.signal, openPage(opened, options));
  } finally {
    opened.browser.off('disconnected', lose);
  }
}

/**
 * Whether a page was lost when something failed in it, by the state of the page and not by what the error says: every layer
 * between here and the renderer words it in its own way.
 * @returns undefined where the page is as it was, so that the failure is the document's
 */
export async function lossOf(
  { page, watch }: Pick<WarmPage, 'page' | 'watch'>,
  error: unknown,
): Promise<PageLostError | undefined> {
  if (error instanceof PageLostError) return error;
  // The error may arrive before the page's `close` event; a page that was only too slow is not probed.
  const isThere = watch.lost.aborted || error instanceof PaginationError || (await answers({ page, watch }));
  if (watch.lost.aborted) return watch.lost.reason as PageLostError;
  return isThere ? undefined : new PageLostError('浏览器页面没有回应', { cause: error });
}

/** Whether a page still answers. */
async function answers({ page, watch }: Pick<WarmPage, 'page' | 'watch'>): Promise<boolean> {
  const { passed, cancel } = deadline(answerMillis);
  try {
    return await Promise.race([
      abortable(
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

export async function runJob({ page, session, watch }: WarmPage, job: PageJob): Promise<PrintedDocument> {
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
  if (complaint !== undefined) throw complaint;
  return { pdf, pages: pagination.pages, shots, fitted: pagination.fitted };
}

export function deadline(millis: number): { readonly passed: Promise<never>; readonly cancel: () => void } {
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

export function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').replace(/^page\.\w+: (?:Error: )?/, '');
}
