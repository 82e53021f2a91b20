/** What the press is given and what it answers. */
import type { PrintTemplate } from '../model/template/print-template.ts';
import type { PdfRecord } from './cache/cache.ts';
import type { ProofResult } from '../proof/result.ts';

/** One PDF to make. */
export interface PrintJob {
  readonly slug: string;
  readonly template: PrintTemplate;
  /** Whole filled print document. */
  readonly html: string;
  /** Address path of the document in the built site, with base path, percent-encoded: `/print/<slug>/<template>/`. */
  readonly sourceUrl: string;
  /** Absolute path of the finished PDF. */
  readonly out: string;
  /** Absolute path of the folder that the pictures of its pages go to; where there is none, none are made. */
  readonly picturesOut?: string;
}

/** Why a PDF was not made. */
export interface PressFailure {
  /** A check of the proof, or `browser`, `pagination`, `stamp`, `write`. */
  readonly check: string;
  readonly message: string;
  /** The text around the place. */
  readonly excerpt?: string;
}

interface ResultOfJob {
  readonly slug: string;
  /** Name of the template. */
  readonly template: string;
  readonly out: string;
  /** Milliseconds from its start to its end in this run; what else ran at the time is in them. */
  readonly millis: number;
}

/** A finished PDF; the record is of the run that made it. */
type PressSuccess = ResultOfJob & { readonly outcome: 'made' | 'reused'; readonly record: PdfRecord };
type PressRefusal = ResultOfJob & {
  readonly outcome: 'failed';
  readonly failures: readonly [PressFailure, ...PressFailure[]];
};

/** What became of one job. */
export type PressResult = PressSuccess | PressRefusal;

export interface PressOptions {
  /** Folder of the built site. */
  readonly root: string;
  /** Base path of the site. */
  readonly base?: string;
  /** Kept between builds: finished PDFs and the unpacked browser. */
  readonly cacheFolder: string;
  /** Keep finished PDFs for the next run (the default); what is made for one writer only need not be kept. */
  readonly keep?: boolean;
  /** Documents may use the fonts of this machine. */
  readonly systemFonts?: boolean;
  /** Make every PDF again. */
  readonly force?: boolean;
  /** Documents set at the same time; two, or as many as a remote browser is given, unless set. */
  readonly concurrency?: number;
  /** Longest time for one document in milliseconds. */
  readonly timeoutMillis?: number;
  readonly signal?: AbortSignal;
  /** `fitted`: HTML of the article as it was made to fit, where it was. */
  readonly prove: (pdf: Uint8Array, job: PrintJob, fitted: string | undefined) => Promise<ProofResult>;
  /** Called once for each job as it comes to its end. */
  readonly onResult?: (result: PressResult) => void;
}
