import type { AddedRow, Edit } from '../edits/edit.ts';

/** What an edit is about: of two with the same subject the later one takes the earlier one's place. */
export function subjectOf(edit: Edit): string {
  switch (edit.kind) {
    case 'text':
    case 'omit':
      return `${edit.kind} ${edit.at}`;
    case 'row':
      return `row ${edit.id}`;
    case 'order':
      return `order ${edit.within}`;
  }
}

/** The list with an edit made: in the place of the one about the same thing, else as the last one. */
export function withEdit(edits: readonly Edit[], edit: Edit): Edit[] {
  const at = edits.findIndex((other) => subjectOf(other) === subjectOf(edit));
  return at === -1 ? [...edits, edit] : edits.with(at, edit);
}

/** The list without the edit about the same thing; what rests on an added row that goes takes its place. */
export function withoutEdit(edits: readonly Edit[], edit: Edit): Edit[] {
  return edits
    .filter((other) => subjectOf(other) !== subjectOf(edit))
    .map((other): Edit => {
      if (edit.kind !== 'row' || other.kind !== 'row' || other.after !== edit.id) return other;
      const { kind, id, table, cells } = other;
      return { kind, id, table, cells, ...(edit.after !== undefined && { after: edit.after }) };
    });
}

/** An id that no row of the list has yet. */
export function nextRowId(edits: readonly Edit[]): string {
  const taken = new Set(edits.flatMap((edit) => (edit.kind === 'row' ? [edit.id] : [])));
  for (let number = 1; ; number += 1) if (!taken.has(`r${number}`)) return `r${number}`;
}

/** The added row of an id. */
export function addedRow(edits: readonly Edit[], id: string): AddedRow | undefined {
  return edits.find((edit): edit is AddedRow => edit.kind === 'row' && edit.id === id);
}
