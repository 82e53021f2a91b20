import { type ChangedDocument, changedDocument, changesIn, rebased } from '../document/changes/changed-document.ts';
import { applyEdits } from '../document/edits/apply-edits.ts';
import type { Edit } from '../document/edits/edit.ts';
import type { EditConflict } from '../document/edits/resolve-edits.ts';
import type { PlanDocument } from '../document/schema.ts';
import type { Plan } from '../model/plan.ts';
import type { DraftContent } from './draft.ts';

/** The plan's text as a draft has it. */
export interface DraftText {
  /** Of the plan as it is published now. */
  readonly changed: ChangedDocument;
  /** What was changed, one by one. */
  readonly edits: readonly Edit[];
  /** Those of them that find no place, or that the writer has to look at. */
  readonly conflicts: readonly EditConflict[];
}

type Source = Pick<DraftContent, 'changes' | 'edits'>;

/** By what a draft holds of changes: values are typed in between, and change nothing of the text. */
const known = new WeakMap<
  object,
  { readonly published: PlanDocument; readonly plan: Plan; readonly text: DraftText }
>();

/**
 * Puts the changes of a draft into the plan as it is published now. Those of a draft of version 1, a link or a file get
 * their document here.
 */
export function draftText(published: PlanDocument, plan: Plan, { changes, edits }: Source): DraftText {
  const source = changes ?? edits ?? published;
  const found = known.get(source);
  const isOnly = changes === undefined || edits === undefined;
  if (isOnly && found?.published === published && found.plan === plan) return found.text;
  const text = textOf(published, plan, { ...(changes && { changes }), ...(edits && { edits }) });
  if (isOnly) known.set(source, { published, plan, text });
  // What was made of them is known by the same name.
  known.set(text.changed, { published, plan, text });
  return text;
}

function textOf(published: PlanDocument, plan: Plan, { changes, edits = [] }: Source): DraftText {
  const before = changes === undefined ? [] : changesIn(changes);
  const changed =
    changes !== undefined && edits.length === 0
      ? rebased(changes, published, plan)
      : changedDocument(published, plan, [...before, ...edits]);
  const now = changesIn(changed);
  return { changed, edits: now, conflicts: applyEdits(published, plan, now).conflicts };
}
