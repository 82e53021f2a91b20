import type { Block, PlanDocument } from './schema.ts';
import { everyInline } from './walk.ts';

type Note = PlanDocument['footnotes'][number];

/** Ids of the notes that blocks refer to, in the order of the first references. */
function notesReferredTo(blocks: readonly Block[]): string[] {
  const ids = new Set<string>();
  for (const inline of everyInline(blocks)) if (inline.kind === 'footnote') ids.add(inline.id);
  return [...ids];
}

/**
 * Notes in the order of their numbers: those that blocks refer to, then those that these notes refer to themselves.
 * @param noteOf the note of an id; undefined where there is none
 */
export function referencedNotes(blocks: readonly Block[], noteOf: (id: string) => Note | undefined): Note[] {
  const notes = new Map<string, Note>();
  const refer = (from: readonly Block[]): void => {
    const found = notesReferredTo(from).flatMap((id) => (notes.has(id) ? [] : (noteOf(id) ?? [])));
    for (const note of found) notes.set(note.id, note);
    for (const note of found) refer(note.blocks);
  };
  refer(blocks);
  return [...notes.values()];
}

/** The notes of a document that are referred to. */
export function numberedNotes({ blocks, footnotes }: PlanDocument): Note[] {
  return referencedNotes(blocks, (id) => footnotes.find((note) => note.id === id));
}
