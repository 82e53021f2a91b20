import type { Draft } from '../fill/draft.ts';
import type { FilledDocument } from '../fill/fill-draft.ts';
import { resolveValues } from '../model/compute.ts';
import { type Block, type Footnote, inlineText } from './blocks.ts';
import { readBlocks, readFootnotes } from './read-blocks.ts';
import { scheduleGrid } from './schedule-grid.ts';

/** A finished document, read once for all formats. */
export interface Manuscript {
  /** The title on paper, with 【标签】 where a field is open. */
  readonly title: string;
  /** Whose plan it is; '' while that is open. */
  readonly unit: string;
  readonly author: string;
  /** Name of the shelf: a file is its, until somebody has put a name into it. */
  readonly publisher: string;
  readonly blocks: readonly Block[];
  readonly footnotes: readonly Footnote[];
  readonly filled: FilledDocument;
  /** The draft as it was kept. */
  readonly draft: Draft;
  /** The date that goes into the files, so that the same draft gives the same bytes. */
  readonly stamp: Date;
}

/**
 * Reads the document that a draft was put into.
 * @param publisher name of the shelf
 */
export function manuscriptOf(
  filled: FilledDocument,
  draft: Draft,
  publisher: string,
  stamp = new Date(draft.updated),
): Manuscript {
  const { article, plan } = filled;
  const blocks = readBlocks(article, () => scheduleGrid(filled));
  const heading = blocks.find((block) => block.kind === 'heading' && block.level === 0);
  const values = resolveValues(plan.fields, filled.draft.values);
  return {
    title: heading?.kind === 'heading' ? inlineText(heading.content) : plan.title,
    unit: String(values.get('organization') ?? ''),
    author: String(values.get('author') ?? ''),
    publisher,
    blocks,
    footnotes: readFootnotes(article),
    filled,
    draft,
    stamp,
  };
}
