/** The points that a proof looks at; a failure names the one it belongs to. */
type ProofCheck =
  | 'readable'
  | 'text'
  | 'running-text'
  | 'tables'
  | 'fonts'
  | 'pages'
  | 'title'
  | 'language'
  | 'tags'
  | 'outline'
  | 'fit'
  | 'links'
  | 'contents'
  | 'layout';

/** One thing that is wrong with a finished PDF. */
export interface ProofFailure {
  readonly check: ProofCheck;
  /** zh-CN: what is wrong, on which page, and what to do about it where that is known. */
  readonly message: string;
  /** The text around the place, of the document and of the PDF. */
  readonly excerpt?: string;
}

/** How far a document gave way to fit its page. */
export interface FitFigures {
  /** `tasks.measure`: details that are not shown. */
  readonly details: readonly string[];
  /** Rows that are not shown, by list. */
  readonly rows: Readonly<Record<string, number>>;
  /** Size of the smallest type in points. */
  readonly type: number;
}

interface ProofFigures {
  readonly pages: number;
  /** PostScript names of the fonts that the PDF draws text with, sorted. */
  readonly fonts: readonly string[];
  /** Characters of the document that were compared, white space and characters without ink left out. */
  readonly charactersCompared: number;
  /** Table rows of the document that were compared, head rows included, repeated heads not. */
  readonly rowsCompared: number;
  /** Only of a document that was made to fit. */
  readonly fit?: FitFigures | undefined;
}

/** Outcome of the check of one PDF against its source document. */
export type ProofResult =
  | (ProofFigures & { readonly ok: true; readonly failures: readonly [] })
  | (ProofFigures & { readonly ok: false; readonly failures: readonly [ProofFailure, ...ProofFailure[]] });
