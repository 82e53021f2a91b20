import type { Plan } from '../../model/plan.ts';
import type { FontLists } from './pages/print-glyphs.ts';
import type { ChosenOptions, Optional } from '../../model/template/template-options.ts';

/** A template as the page knows it. */
export interface DeskTemplate extends Optional {
  readonly name: string;
  readonly title: string;
  /** Path of the plan's print document. */
  readonly address: string;
  /** What is chosen of its options now. */
  readonly chosen?: ChosenOptions;
}

/** What the page carries for its script. */
export interface DeskContent extends FontLists {
  readonly plan: Plan;
  /** {@link planDigest} of the plan as it is published. */
  readonly digest: string;
  /** Address of its document. */
  readonly document: string;
  /** Name of the shelf. */
  readonly publisher: string;
  /** Base path of the site. */
  readonly base: string;
  readonly templates: readonly DeskTemplate[];
}

/** @throws if the page does not carry it */
export function readDeskContent(): DeskContent {
  const text = document.getElementById('desk-content')?.textContent;
  if (text === undefined) throw new Error('desk-content is missing');
  // The same build has written it, from the same types.
  return JSON.parse(text) as DeskContent;
}
