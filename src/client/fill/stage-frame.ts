/** One frame in which a print document is set into pages, by the code that the press uses. */
import type { Pagination } from '../pagination/paginate.ts';
// The pages' own program, and what it adds to the window.
import type {} from '../print-document.ts';

/** Room beside a page on screen, in CSS pixels; `page-style.ts` puts the same above and below. */
export const pageMargin = 24;

export interface StageFrame {
  readonly element: HTMLIFrameElement;
  /** The frame's own document, once it is ready. */
  readonly ready: Promise<Window & typeof globalThis>;
  /** Sets a document into pages; the frame shows them when it is over. */
  paginate(html: string, address: string): Promise<Pagination>;
}

/**
 * @param address of any print document
 * @param onReady is given the frame's document, for listening to it
 */
export function openStageFrame(address: string, title: string, onReady: (document: Document) => void): StageFrame {
  const element = document.createElement('iframe');
  element.title = title;
  element.tabIndex = -1;
  element.src = `${address}#stage`;
  const ready = loaded(element).then(async (view) => {
    if (view.planshelf === undefined) throw new Error(`${address} 没有载入分页脚本`);
    await view.planshelf.ready;
    onReady(view.document);
    return view;
  });
  ready.catch(() => undefined); // reported with the first document
  return {
    element,
    ready,
    paginate: async (html, base) => {
      const view = await ready;
      const root = view.document.documentElement;
      delete root.dataset['pages'];
      const pagination = await view.planshelf?.paginate(html, base);
      if (pagination === undefined) throw new Error(`${address} 没有载入分页脚本`);
      root.dataset['pages'] = String(pagination.pages);
      return pagination;
    },
  };
}

function loaded(element: HTMLIFrameElement): Promise<Window & typeof globalThis> {
  return new Promise((resolve, reject) => {
    element.addEventListener(
      'load',
      () => {
        const view = element.contentDocument?.defaultView;
        if (view) resolve(view);
        else reject(new Error(`${element.src} 打不开`));
      },
      { once: true },
    );
  });
}
