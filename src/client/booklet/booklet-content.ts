import type { FontLists } from '../fill/pages/print-glyphs.ts';
import type { Optional } from '../../model/template/template-options.ts';

/** A plan of the shelf, as the page's script knows it. */
interface ListedPlan {
  readonly slug: string;
  readonly title: string;
}

export interface ListedTemplate {
  readonly name: string;
  readonly title: string;
  /** Why papers in it cannot be bound, in words. */
  readonly reason?: string | undefined;
}

/** What the page carries for its script. */
export interface BookletPageContent extends FontLists {
  /** Base path of the site. */
  readonly base: string;
  /** Template that papers are set in where no other is chosen. */
  readonly paper: string;
  /** All templates of papers, in the order in which they are offered. */
  readonly templates: readonly ListedTemplate[];
  /** Options of the booklet's template, and what they change. */
  readonly booklet: Optional;
  readonly plans: readonly ListedPlan[];
}

/** @throws if the page does not carry it */
export function readPageContent(): BookletPageContent {
  const text = document.getElementById('booklet-content')?.textContent;
  if (text === undefined) throw new Error('booklet-content is missing');
  // The same build has written it, from the same types.
  return JSON.parse(text) as BookletPageContent;
}
