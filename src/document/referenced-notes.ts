import type { Block } from './schema.ts';
import { everyInline } from './walk.ts';

/** Ids of the footnotes that blocks refer to, in the order of the first references. */
export function referencedNotes(blocks: readonly Block[]): string[] {
  const ids = new Set<string>();
  for (const inline of everyInline(blocks)) if (inline.kind === 'footnote') ids.add(inline.id);
  return [...ids];
}
