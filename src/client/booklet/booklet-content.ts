import type { PageSize } from '../../model/template-options.ts';

/** A plan of the shelf, as the page's script knows it. */
export interface ListedPlan {
  readonly slug: string;
  readonly title: string;
}

/** What the page carries for its script. */
export interface BookletPageContent {
  /** Base path of the site. */
  readonly base: string;
  /** Template that papers are set in. */
  readonly paper: string;
  /** Page of the booklet, in millimetres. */
  readonly page: PageSize;
  /** Address of the list of characters that the print fonts have glyphs for. */
  readonly fontCoverage: string;
  readonly plans: readonly ListedPlan[];
}

/** @throws if the page does not carry it */
export function readPageContent(): BookletPageContent {
  const text = document.getElementById('booklet-content')?.textContent;
  if (text === undefined) throw new Error('booklet-content is missing');
  // The same build has written it, from the same types.
  return JSON.parse(text) as BookletPageContent;
}
