import type { FitOrder } from './fit.ts';
import type { PageSize, Sides, TemplateOption } from './template-options.ts';

/** One page of a finished document, as its running head and foot know it. */
interface RunningPage {
  /** 1-based. */
  readonly number: number;
  readonly total: number;
  /** Title of the document. */
  readonly title: string;
  /** In a document of several parts, title of the part that the page belongs to; '' where none is to be shown. */
  readonly head?: string;
  /** Nothing of the document is on it: left free so that what follows begins on a right-hand page. */
  readonly blank?: boolean;
}

/** Layout standards that a PDF can be measured against. */
export type PrintLayout = 'official';

/** What a folder under `templates/` says of itself: read by the pages, the press and the proof. */
export interface PrintTemplate {
  /** Folder name and URL segment. */
  readonly name: string;
  /** Name shown to people. */
  readonly title: string;
  /** What it sets: one plan, where nothing is said, or several bound together. */
  readonly kind?: 'plan' | 'booklet';
  /** Size of a page in millimetres; with `margin` it becomes the style sheet's `@page`. */
  readonly page: PageSize;
  /** Margins of all pages in millimetres; `@page` of certain pages, such as `:left`, may have others. */
  readonly margin: Sides;
  /** Smallest and largest number of pages that the proof accepts. */
  readonly pages: { readonly min: number; readonly max: number };
  /** Levels of headings that the PDF's outline has; all where nothing is said. The tags always have all. */
  readonly outlineDepth?: number;
  /** Of which pages the press makes pictures; of all where nothing is said. */
  readonly pictures?: 'all' | 'first' | 'none';
  /** Two pages lie side by side on each face of a sheet, and `page` is the sheet; an option says so, never `template.ts`. */
  readonly fold?: true;
  /** The options of the person who prints. */
  readonly options?: readonly TemplateOption[];
  /** Of a booklet: the templates that its papers are set in; what they hold of their pages is proven too. */
  readonly papers?: readonly PrintTemplate[];
  /** How the document gives way until it fits its one page; without it, it takes the pages that it needs. */
  readonly fit?: FitOrder;
  /** A layout standard that the finished PDF is measured against; `official` is GB/T 9704-2012. */
  readonly layout?: PrintLayout | undefined;
  /** Texts of the margin boxes of one page; the proof expects exactly these outside the document's own text. */
  readonly runningText: (page: RunningPage) => readonly string[];
}
