import type { Plan } from '../../model/plan.ts';
import { applyEdits } from '../edits/apply-edits.ts';
import type { Edit } from '../edits/edit.ts';
import { publishedPlaces } from '../edits/published-places.ts';
import type { PlanDocument } from '../schema.ts';
import { differences } from './differences.ts';
import { subjectOf, withEdit, withoutEdit } from './edit-list.ts';

/** A document that a writer has changed. */
export interface ChangedDocument {
  /** What it was made of: the document as it was published. */
  readonly base: PlanDocument;
  readonly document: PlanDocument;
  /**
   * Changes as the writer made them, where the document does not say them in the same words: a time that it writes in another
   * way, words in a section that is left out, what has no place in the plan any more.
   */
  readonly written: readonly Edit[];
}

/** A published document before its first change. */
export function unchanged(base: PlanDocument): ChangedDocument {
  return { base, document: base, written: [] };
}

/** A published document with changes of it, each of which takes the place of an earlier one of the same subject. */
export function changedDocument(base: PlanDocument, plan: Plan, edits: readonly Edit[]): ChangedDocument {
  if (edits.length === 0) return unchanged(base);
  const { document, conflicts } = applyEdits(base, plan, edits);
  const shown = bySubject(differences(base, document));
  // A total that does not follow is told of, and is no reason to keep the change that it should follow.
  const failed = new Set(conflicts.filter(({ reason }) => reason !== 'total').map(({ edit }) => edit));
  const placed = placer(base);
  const written = new Map<string, Edit>();
  for (const edit of edits) {
    const own = placed(edit);
    const subject = subjectOf(own);
    const there = shown.get(subject);
    // What is left out is gone, whatever it went with.
    const isSaid = edit.kind === 'omit' || (there !== undefined && sameWords(there, own));
    if (failed.has(edit) || !isSaid) written.set(subject, own);
    else written.delete(subject);
  }
  // In one order, however the changes came about: the same draft gives the same file.
  const subjects = new Set([...shown.keys(), ...written.keys()]);
  return { base, document, written: [...subjects].flatMap((subject) => written.get(subject) ?? []) };
}

/** The changes of a document one by one, in the order of its text; each can be taken back alone. */
export function changesIn({ base, document, written }: ChangedDocument): Edit[] {
  const changes = bySubject(differences(base, document));
  for (const edit of written) {
    const shown = changes.get(subjectOf(edit));
    // A row stands where it is shown, whatever has been added or left out around it.
    const isRow = edit.kind === 'row' && shown?.kind === 'row';
    changes.set(subjectOf(edit), isRow ? { ...shown, cells: edit.cells } : edit);
  }
  return [...changes.values()];
}

/** The document with one more change, or another one of the same subject. */
export function changedBy(changed: ChangedDocument, plan: Plan, edit: Edit): ChangedDocument {
  return changedDocument(changed.base, plan, withEdit(changesIn(changed), edit));
}

/** The document without one of its changes: what it was about is as it was published. */
export function takenBack(changed: ChangedDocument, plan: Plan, edit: Edit): ChangedDocument {
  return changedDocument(changed.base, plan, withoutEdit(changesIn(changed), edit));
}

/** The same changes in the plan as it is published now, their places found by where they stand, then by their words. */
export function rebased(changed: ChangedDocument, published: PlanDocument, plan: Plan): ChangedDocument {
  const isSame = changed.base === published || JSON.stringify(changed.base) === JSON.stringify(published);
  return isSame ? changed : changedDocument(published, plan, changesIn(changed));
}

function bySubject(edits: readonly Edit[]): Map<string, Edit> {
  return new Map(edits.map((edit) => [subjectOf(edit), edit]));
}

/** Gives edits the addresses that their places have now. */
function placer(base: PlanDocument): (edit: Edit) => Edit {
  const { find } = publishedPlaces(base);
  return (edit) => {
    const found = 'at' in edit ? find(edit.at) : undefined;
    return found !== undefined && 'place' in found ? { ...edit, at: found.place.address } : edit;
  };
}

/** Whether changes of the same subject say the same. */
function sameWords(some: Edit, other: Edit): boolean {
  return JSON.stringify(wordsOf(some)) === JSON.stringify(wordsOf(other));
}

/** An empty cell says nothing. */
function wordsOf(edit: Edit): unknown {
  switch (edit.kind) {
    case 'text':
      return edit.text;
    case 'omit':
      return '';
    case 'row':
      return Object.entries(edit.cells).filter(([, text]) => text !== '');
    case 'order':
      return edit.sections;
  }
}
