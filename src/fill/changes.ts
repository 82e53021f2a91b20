import type { Element } from 'hast';
import type { Plan } from '../model/plan.ts';
import type { Edit, Ordering } from '../document/edit.ts';
import type { EditConflict } from '../document/resolve-edits.ts';
import type { ResolvedBlocks } from './document-blocks.ts';

/** What is done to the elements of a published document. */
export interface Changes {
  readonly plan: Plan;
  readonly texts: ReadonlyMap<Element, string>;
  readonly omitted: ReadonlySet<Element>;
  /** The edit of an element's own words, or that leaves it out. */
  readonly edits: ReadonlyMap<Element, Edit>;
  readonly orders: ReadonlyMap<string, Ordering>;
  readonly rows: ResolvedBlocks['rows'];
  /** The element that an address leads to. */
  readonly find: (address: string) => Element | undefined;
  readonly conflict: (conflict: EditConflict) => void;
}
