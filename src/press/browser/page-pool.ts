/** Warm pages: each has fonts and Paged.js loaded once and takes one print document after the other. */
import type { PressBrowser } from './browser.ts';
import { trace } from '../trace.ts';
import { abortable } from '../abortable.ts';
import {
  closePage,
  deadline,
  lossOf,
  openWatchedPage,
  PageLostError,
  type PageOptions,
  PaginationError,
  type PrintedDocument,
  reason,
  runJob,
  type PageJob,
  UnansweredError,
  type WarmPage,
} from './warm-page.ts';

/** One warm page and the right to use it for one job at a time. */
export interface PooledPage {
  /**
   * Sets and prints a document. A page that is lost, or does not get a file of the site, is replaced and the job tried again.
   * @throws {PaginationError} if the document cannot be set whole, or takes too long
   * @throws {PageLostError} if three pages in a row were lost
   */
  print(job: PageJob): Promise<PrintedDocument>;
}

export interface PagePoolOptions extends PageOptions {
  /** Starts a browser; called again when it was lost. */
  readonly open: () => Promise<PressBrowser>;
  /** Longest time for one document in milliseconds. */
  readonly timeoutMillis?: number;
  /** How many documents one page sets before another takes its place. */
  readonly documentsOfPage?: number;
}

export interface PagePool {
  readonly page: () => PooledPage;
  /** Closes pages and browser; jobs that run are lost. */
  close(): Promise<void>;
}

const defaultTimeout = 180_000;

/** A renderer grows with each document, by half of its size over four hundred; a new page costs the time of three. */
const usualDocumentsOfPage = 100;

/** How many pages may be lost over one document; one that brings down every page is a fault of its own. */
const pagesForOneJob = 3;

/** A place for one warm page, which is opened when it is first needed and replaced when it is lost. */
class WarmPooledPage implements PooledPage {
  #warm: WarmPage | undefined;
  readonly #open: () => Promise<WarmPage>;
  readonly #timeout: number;
  readonly #most: number;

  constructor(open: () => Promise<WarmPage>, timeout: number, most: number) {
    this.#open = open;
    this.#timeout = timeout;
    this.#most = most;
  }

  async print(job: PageJob): Promise<PrintedDocument> {
    for (let lost = 1; ; lost += 1) {
      try {
        return await this.#attempt(job);
      } catch (error) {
        const mayPass = error instanceof PageLostError || error instanceof UnansweredError;
        if (!mayPass || lost === pagesForOneJob) throw error;
        trace(() => `换一个页面重做 ${job.address}：${error.message}`);
      }
    }
  }

  async #attempt(job: PageJob): Promise<PrintedDocument> {
    const { passed, cancel } = deadline(this.#timeout);
    let warm: WarmPage | undefined;
    try {
      if (this.#warm?.documents === this.#most) await Promise.race([this.#discard(), passed]);
      warm = this.#warm ??= await this.#openBefore(passed);
      warm.documents += 1;
      return await Promise.race([abortable(warm.watch.lost, runJob(warm, job)), passed]);
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
export function createPagePool(options: PagePoolOptions): PagePool {
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
      const warm = await openWatchedPage(opened, options);
      doubtful = undefined;
      return warm;
    } catch (error) {
      if (!(error instanceof PageLostError)) throw error;
      // A browser that has gone, or opens no page, is useless; the first pooled page that sees it replaces it.
      const useless = doubtful === opened || !opened.browser.isConnected();
      doubtful = opened;
      if (!useless) throw error;
      if (running === used) running = undefined;
      await opened.close();
      return await openWatchedPage(await browser(), options);
    }
  };

  return {
    page: () => new WarmPooledPage(openWarm, timeoutMillis, documentsOfPage),
    close: async () => {
      closed = true;
      // A browser that never started needs no closing; its caller has the reason.
      const opened = await running?.catch(() => undefined);
      await opened?.close();
    },
  };
}
