import type { Node } from 'unist';

/** Something in an entry that may not reach a page: what it is and how to fix it, in the writer's language. */
export interface Fault {
  readonly what: string;
  readonly fix: string;
  /** Where it stands, when that is more exact than the place of the element it was found on. */
  readonly at?: Node;
}
