import type { ChangedDocument } from '../document/changes/changed-document.ts';
import { planWithEditedBudget } from '../document/edits/budget-total.ts';
import { documentRows } from '../document/edits/document-rows.ts';
import { fillDocument } from '../document/fill.ts';
import type { EditConflict } from '../document/edits/resolve-edits.ts';
import type { PlanDocument } from '../document/schema.ts';
import type { Plan } from '../model/plan.ts';
import { withChanges } from './changed-text.ts';
import type { DraftContent } from './draft.ts';
import { draftText } from './draft-text.ts';
import { readContent } from './read-content.ts';

/** A plan's document with a draft put into it. */
export interface FilledPlan {
  /** With edits made and blanks filled. */
  readonly document: PlanDocument;
  /** With edits made, before blanks were filled. */
  readonly text: PlanDocument;
  readonly published: PlanDocument;
  /** The plan, with a total that follows the lines of the edited budget. */
  readonly plan: Plan;
  /** The draft with text that every format can hold, and its changes in the plan as it is published. */
  readonly draft: DraftContent;
  readonly conflicts: readonly EditConflict[];
  readonly changed: ChangedDocument;
}

/** A draft put into its plan's document: changes first, then values, names and dates. Pure; the same in browser and Node. */
export function fillPlan(published: PlanDocument, plan: Plan, draft: DraftContent): FilledPlan {
  const { changed, conflicts } = draftText(published, plan, draft);
  const content = withChanges(readContent(plan.fields, draft), changed);
  const edited = changed.document;
  const counted = planWithEditedBudget(documentRows(edited, 'budget'), plan);
  const text = { ...edited, fields: [...counted.fields] };
  return {
    document: fillDocument(text, content),
    text,
    published,
    plan: counted,
    draft: content,
    conflicts,
    changed,
  };
}
