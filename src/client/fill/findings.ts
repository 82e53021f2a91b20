/** What a writer should look at before a draft is printed or exported, whatever part of the desk finds it. */
import { changesText } from '../../fill/changed-text.ts';
import type { DraftContent } from '../../fill/draft.ts';
import { valueProblems } from '../../fill/value-problems.ts';
import type { Plan } from '../../model/plan.ts';
import type { DeskContent } from './desk-content.ts';
import { openFindings } from './findings-dialog.ts';
import type { FormView } from './form-view.ts';
import type { Tabs } from './tabs.ts';
import type { TextEditing } from './text/text-edit.ts';

export interface Finding {
  readonly message: string;
  /** Leads to the control of what is meant; undefined where there is none. */
  readonly go: (() => void) | undefined;
}

/** What is on the desk, and what leads to the places of findings. */
export interface Ways {
  readonly shown: () => DraftContent;
  readonly form: FormView;
  readonly tabs: Pick<Tabs, 'select'>;
  readonly loadEditing: () => Promise<TextEditing>;
}

/** Goes on to print or export; where there is something to look at, once the writer has said so. */
export async function leave(
  { plan }: Pick<DeskContent, 'plan'>,
  ways: Ways,
  way: 'print' | 'export',
  then: () => void,
): Promise<void> {
  const findings = await findingsOf(plan, ways);
  if (findings.length === 0) then();
  else openFindings(findings, way, then);
}

async function findingsOf(plan: Plan, { shown, form, tabs, loadEditing }: Ways): Promise<Finding[]> {
  const draft = shown();
  const values = valueFindings(plan, draft, (label) => {
    tabs.select('form');
    form.focusOn({ label });
  });
  const edits = !changesText(draft) ? [] : await (await loadEditing()).problems(draft);
  return [
    ...values,
    ...edits.map(({ message, open }) => ({
      message,
      go: () => {
        tabs.select('text');
        open();
      },
    })),
  ];
}

/** @param focusOn gives the control of a field the focus */
function valueFindings(plan: Plan, draft: DraftContent, focusOn: (label: string) => void): Finding[] {
  const begun = Object.keys(draft.values).length > 0 || Object.keys(draft.people).length > 0 || changesText(draft);
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
