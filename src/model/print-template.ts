/** One page of a finished document, as its running head and foot know it. */
export interface RunningPage {
  /** 1-based. */
  readonly number: number;
  readonly total: number;
  /** Title of the document. */
  readonly title: string;
}

/** What a folder under `templates/` says of itself: read by the pages, the press and the proof. */
export interface PrintTemplate {
  /** Folder name and URL segment. */
  readonly name: string;
  /** Name shown to people. */
  readonly title: string;
  /** Page box in millimetres. */
  readonly page: { readonly width: number; readonly height: number };
  /** Smallest and largest number of pages that the proof accepts. */
  readonly pages: { readonly min: number; readonly max: number };
  /** Of which pages the press makes pictures; of all where nothing is said. */
  readonly pictures?: 'all' | 'first' | 'none';
  /** Texts of the margin boxes of one page; the proof expects exactly these outside the document's own text. */
  readonly runningText: (page: RunningPage) => readonly string[];
}
