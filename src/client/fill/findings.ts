/** What a writer should look at before a draft is printed or exported, whatever part of the desk finds it. */
import type { DraftContent } from '../../fill/draft.ts';
import { valueProblems } from '../../fill/value-problems.ts';
import type { Plan } from '../../model/plan.ts';

export interface Finding {
  readonly message: string;
  /** Leads to the control of what is meant; undefined where there is none. */
  readonly go: (() => void) | undefined;
}

/**
 * What is to be said about values.
 * @param focusOn gives the control of a field the focus
 */
export function valueFindings(plan: Plan, draft: DraftContent, focusOn: (label: string) => void): Finding[] {
  const begun = Object.keys(draft.values).length > 0 || Object.keys(draft.people).length > 0 || draft.edits.length > 0;
  return valueProblems(plan.fields, draft.values).flatMap(({ field: name, code, message }): Finding[] => {
    // A plan that is printed to be filled in by hand lacks nothing.
    if (code === 'missing' && !begun) return [];
    const field = plan.fields.find((other) => other.name === name && other.kind !== 'computed');
    const go = (): void => {
      if (field !== undefined) focusOn(field.label);
    };
    return [{ message, go: field && go }];
  });
}
