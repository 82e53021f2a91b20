/** One frame in which a print document is set into pages, by the code that the press uses. */
import type { PlanDocument } from '../../../document/schema.ts';
import type { HtmlOptions } from '../../../html/document-html.ts';
import type { Pagination } from '../../pagination/paginate.ts';
// The pages' own program, and what it adds to the window.
import type {} from '../../print-document.ts';

/** Room beside a page on screen, in CSS pixels; `page-style.ts` puts the same above and below. */
export const pageMargin = 24;

export interface StageFrame {
  readonly element: HTMLIFrameElement;
  /** The frame's own document, once it is ready. */
  readonly ready: Promise<Window & typeof globalThis>;
  /** HTML of a plan's document as a template sets it. */
  article(template: string, document: PlanDocument, options: HtmlOptions): Promise<string>;
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
    await programOf(view).ready;
    onReady(view.document);
    return view;
  });
  const programOf = ({ planshelf }: Window): NonNullable<Window['planshelf']> => {
    if (planshelf === undefined) throw new Error(`${address} 没有载入分页脚本`);
    return planshelf;
  };
  ready.catch(() => undefined); // reported with the first document
  return {
    element,
    ready,
    article: async (template, document, options) => programOf(await ready).article(template, document, options),
    paginate: async (html, base) => {
      const view = await ready;
      const root = view.document.documentElement;
      delete root.dataset['pages'];
      const pagination = await programOf(view).paginate(html, base);
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
