/** The pages of the booklet, live: bound and set by the code that the press uses. */
import { bookletPageStrings as words } from '../../components/booklet/booklet-page-strings.zh.ts';
import { paperLinks, sheetsIn } from '../../components/booklet/booklet-sheets.ts';
import { booklet } from '../../components/booklet/booklet.ts';
import { dayInWords } from '../../components/plan/plan-facts.ts';
import { fillStrings } from '../../components/fill/fill-strings.zh.ts';
import { facesFor } from '../../model/template/fold.ts';
import { type Optional, withOptions } from '../../model/template/template-options.ts';
import { toHtml } from '../hast-html.ts';
import { part } from '../part.ts';
import { LivePages } from '../fill/pages/live-pages.ts';
import { keepZoom, showPagesState } from '../fill/pages/pages-view.ts';
import type { BookletState } from './booklet-desk.ts';
import type { Papers } from './papers.ts';

export interface BookletPages {
  show(state: BookletState): void;
  print(): Promise<void>;
}

export function openPages(
  papers: Papers,
  booklet: Optional,
  glyphs: (state: BookletState) => Promise<readonly string[]>,
): BookletPages {
  const sheets = part('#sheets', HTMLElement);
  const address = papers.routes.bookletPrint;
  let folded = false;
  let none = true;
  const print = async (): Promise<void> => {
    await live.whenShown();
    live.front.contentWindow?.print();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (none || !isPrintKey(event) || window.document.querySelector('dialog:modal') !== null) return;
    event.preventDefault();
    void print();
  };
  window.document.addEventListener('keydown', onKey);
  const live = new LivePages<BookletState>(part('.sheets-size', HTMLElement, sheets), {
    address,
    title: fillStrings.pages.frame,
    glyphs,
    fill: async ({ shell }, state) => {
      const { article, title, papers: styled } = await bind(state, papers);
      const links = paperLinks(styled, sheetsIn(shell.head)).map(toHtml).join('');
      return shell.html(toHtml(article), title).replace('</head>', () => `${links}</head>`);
    },
    onState: (state) => {
      showPagesState(state);
      // Those that were under way when the last paper was taken out.
      if (none) part('#page-count', HTMLElement).textContent = '';
      if (none || state.state !== 'shown') return;
      if (folded) part('#page-count', HTMLElement).append(words.sheets(facesFor(state.pages) / 2));
      fit();
    },
    onFrame: (document) => {
      document.addEventListener('keydown', onKey);
      document.addEventListener('click', (event) => {
        follow(event, document, sheets, live.scale);
      });
    },
  });
  const fit = keepZoom(sheets, live);
  return {
    show: (state) => {
      const papersToSet = printable(state, papers);
      folded = withOptions(booklet, state.options).fold === true;
      none = papersToSet.length === 0;
      sheets.dataset['empty'] = String(none);
      part('[data-act="print"]', HTMLButtonElement).disabled = none;
      part('[data-act="share"]', HTMLButtonElement).disabled = none;
      if (none) part('#page-count', HTMLElement).textContent = '';
      else live.show({ ...booklet, name: 'booklet', title: words.title, address, chosen: state.options }, state);
    },
    print,
  };
}

function printable({ entries }: BookletState, papers: Papers) {
  return entries.map((entry) => papers.paperOf(entry)).filter(({ problem }) => problem === undefined);
}

async function bind(state: BookletState, papers: Papers) {
  const items = await Promise.all(
    printable(state, papers).map((paper) => papers.itemOf(paper, state.templates[paper.entry])),
  );
  const { date } = state.cover;
  return booklet(items, { ...state.cover, date: date === '' ? '' : dayInWords(date) }, state);
}

/** A line of the contents brings its page into view; no link leads the frame away. */
function follow(event: Event, document: Document, sheets: HTMLElement, scale: number): void {
  event.preventDefault();
  const target = event.target as Partial<Element> | null;
  const href = target?.closest?.('a[href^="#"]')?.getAttribute('href');
  const page = href && document.getElementById(href.slice(1))?.closest('.pagedjs_page');
  if (page) sheets.scrollTo({ top: page.getBoundingClientRect().top * scale });
}

/** Keys that open the browser's print dialog. */
function isPrintKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'p';
}
