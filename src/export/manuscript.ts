import { withChanges } from '../fill/changed-text.ts';
import type { Draft } from '../fill/draft.ts';
import type { FilledPlan } from '../fill/fill-plan.ts';
import { resolveValues } from '../model/compute.ts';
import { type Block, type Footnote, inlineText } from './blocks.ts';
import { documentBlocks } from './document-blocks.ts';

/** A finished document, set out once for all formats. */
export interface Manuscript {
  /** The title on paper, with 【标签】 where a field is open. */
  readonly title: string;
  /** Whose plan it is; '' while that is open. */
  readonly unit: string;
  readonly author: string;
  /** Name of the shelf: the author of a file until a name is filled in. */
  readonly publisher: string;
  readonly blocks: readonly Block[];
  readonly footnotes: readonly Footnote[];
  readonly filled: FilledPlan;
  /** The draft as it is kept, its changes in the plan as it is published. */
  readonly draft: Draft;
  /** The date that goes into the files, so that the same draft gives the same bytes. */
  readonly stamp: Date;
}

/**
 * Sets out the document that a draft was put into.
 * @param publisher name of the shelf
 */
export function manuscriptOf(
  filled: FilledPlan,
  draft: Draft,
  publisher: string,
  stamp = new Date(draft.updated),
): Manuscript {
  const { document, plan } = filled;
  const { blocks, footnotes } = documentBlocks(document);
  const heading = blocks.find((block) => block.kind === 'heading' && block.level === 0);
  const values = resolveValues(plan.fields, filled.draft.values);
  return {
    title: heading?.kind === 'heading' ? inlineText(heading.content) : plan.title,
    unit: String(values.get('organization') ?? ''),
    author: String(values.get('author') ?? ''),
    publisher,
    blocks,
    footnotes,
    filled,
    draft: withChanges(draft, filled.changed),
    stamp,
  };
}
