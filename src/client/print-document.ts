/**
 * Entry of a print document. Opened by a person it paginates itself, and with `?print` or `#print` opens the print dialog;
 * opened by the press, or in a frame of the site, with `#stage` it loads the fonts and waits for `window.planshelf.paginate(html, address)`.
 */
import type { PlanDocument } from '../document/schema.ts';
import type { HtmlOptions } from '../html/document-html.ts';
import { loadFonts } from './pagination/fonts.ts';
import { addFrameStyle } from './pagination/frame-style.ts';
import { clearPages, paginate, type Pagination } from './pagination/paginate.ts';
import { addPageStyle } from './pagination/page-style.ts';
import { readSource } from './pagination/source.ts';

declare global {
  interface Window {
    planshelf?: {
      /**
       * @param html a whole print document
       * @param address of the document, for its relative addresses
       */
      paginate(html: string, address: string): Promise<Pagination>;
      /** HTML of a plan's document as a template sets it, its `main.print-document`. */
      article(template: string, document: PlanDocument, options: HtmlOptions): Promise<string>;
      /** Resolves when the page is ready for jobs, or the document that it shows is paginated. */
      readonly ready: Promise<unknown>;
    };
  }
}

async function openStage(): Promise<void> {
  const { fontSheets } = readSource(document, location.href);
  for (const link of document.querySelectorAll('link[data-paged]')) link.remove();
  await loadFonts(fontSheets);
}

async function showDocument(): Promise<Pagination> {
  const source = readSource(document, location.href);
  for (const sheet of document.querySelectorAll('link[data-paged], style[data-paged]')) sheet.remove();
  const pagination = await paginate(source);
  document.documentElement.dataset['pages'] = String(pagination.pages);
  if (new URLSearchParams(location.search).has('print') || location.hash === '#print') print();
  return pagination;
}

/** Shows the unpaginated document again, with the reason, rather than an empty page. */
function showFailure(html: string, error: unknown): never {
  clearPages();
  document.body.innerHTML = html;
  const notice = document.createElement('p');
  notice.setAttribute('role', 'alert');
  notice.textContent = `分页没有成功，下面是未分页的全文。${error instanceof Error ? error.message : String(error)}`;
  document.body.prepend(notice);
  throw error;
}

/** Whether another site shows this document in a frame, where it could be passed off as that site's own. */
function isFramedElsewhere(): boolean {
  try {
    return window.top?.location.origin !== location.origin;
  } catch {
    return true; // the window above is not ours to ask
  }
}

async function start(): Promise<unknown> {
  if (isFramedElsewhere()) {
    document.body.replaceChildren();
    throw new Error('打印文档只在本站的页面里显示');
  }
  addPageStyle();
  if (window.parent !== window) addFrameStyle();
  if (location.hash === '#stage') return openStage();
  const html = document.body.innerHTML;
  return showDocument().catch((error: unknown) => showFailure(html, error));
}

window.planshelf = {
  paginate: (html, address) => paginate(readSource(new DOMParser().parseFromString(html, 'text/html'), address)),
  article: async (template, document, options) => {
    // The press gets whole documents, and people open them: only a frame of the fill page sets one itself.
    const [{ articleIn }, { toHtml }] = await Promise.all([import('./layouts.ts'), import('./hast-html.ts')]);
    return toHtml(await articleIn(template, document, options));
  },
  ready: start(),
};
